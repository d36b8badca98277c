using AlignmentBot.Cards.Model;

namespace AlignmentBot.Cards;

/// <summary>Which addresses a card may link to, and how they are made from what people typed.</summary>
public static class Links
{
    /// <summary>True for https, http, mailto and tel.</summary>
    public static bool Allowed(Uri address) => address.IsAbsoluteUri && address.Scheme is "https" or "http" or "mailto" or "tel";

    /// <summary>A link that writes to the address, or the words alone when they are no address.</summary>
    public static Run Mail(string address)
    {
        var at = address.LastIndexOf('@');
        if (at <= 0 || at == address.Length - 1)
            return new Run.Plain(address);
        var escaped = $"mailto:{Uri.EscapeDataString(address[..at])}@{Uri.EscapeDataString(address[(at + 1)..])}";
        return Uri.TryCreate(escaped, UriKind.Absolute, out var uri) ? new Run.Link(address, uri) : new Run.Plain(address);
    }

    /// <summary>A link to a page by its https address, or the words alone when it is no such address.</summary>
    public static Run Web(string address, string words) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps ? new Run.Link(words, uri) : new Run.Plain(words);

    /// <summary>A link that calls the number, or the words alone when they are no number.</summary>
    public static Run Phone(string number)
    {
        var dialled = string.Concat(number.Where(letter => char.IsAsciiDigit(letter) || letter == '+'));
        var callable = dialled.Count(char.IsAsciiDigit) >= 3 && dialled.LastIndexOf('+') <= 0;
        return callable && Uri.TryCreate("tel:" + dialled, UriKind.Absolute, out var uri) ? new Run.Link(number, uri) : new Run.Plain(number);
    }
}
