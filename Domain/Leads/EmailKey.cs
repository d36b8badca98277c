using System.Text;

namespace AlignmentBot.Domain.Leads;

/// <summary>Recognises the same person behind different spellings of one mail address.</summary>
public static class EmailKey
{
    /// <summary>Lower case, composed Unicode (NFC), without surrounding blanks and without a <c>+tag</c> before the at sign.
    /// Dots are kept: only some providers ignore them, and joining two people is worse than asking twice.</summary>
    public static string Of(string email)
    {
        var trimmed = email.Trim().Normalize(NormalizationForm.FormC).ToLowerInvariant();
        var at = trimmed.LastIndexOf('@');
        var plus = trimmed.IndexOf('+', StringComparison.Ordinal);
        return plus > 0 && plus < at ? string.Concat(trimmed.AsSpan(0, plus), trimmed.AsSpan(at)) : trimmed;
    }
}
