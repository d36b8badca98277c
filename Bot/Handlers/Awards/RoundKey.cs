using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Awards;

/// <summary>
/// The secret of one round. Everything that ties a vote to a voter is made from it, and once it is destroyed nobody can make it again:
/// the name under which a vote is kept, the choice itself, the receipt, the mark of a delivery, the order of the ballot.
/// </summary>
public sealed class RoundKey(RoundId round, byte[] secret)
{
    public const int Size = 32;

    /// <summary>Longer than any member's id, so that the length of what is hidden tells nothing.</summary>
    private const int ChoiceRoom = 96;

    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>The name under which this voter's vote is kept: the same on every device and platform.</summary>
    public string Voter(MemberId voter) => Convert.ToHexStringLower(Keyed("voter", voter.Value));

    /// <summary>The id of a delivery, which could name a person, as something that can only be compared.</summary>
    public string Mark(Door door, string delivery) => Convert.ToHexStringLower(Keyed("delivery", $"{door}/{delivery}"));

    /// <summary>What the voter keeps, to find the vote again after the close.</summary>
    public Receipt Receipt(MemberId voter) => Awards.Receipt.From(Keyed("receipt", voter.Value));

    /// <summary>Where a nominee stands on this voter's ballot: by chance, and the same whenever it is drawn.</summary>
    public ulong Place(MemberId voter, MemberId nominee) => BitConverter.ToUInt64(Keyed("place", $"{voter.Value}\n{nominee.Value}"));

    /// <summary>The vote as it is kept.</summary>
    /// <param name="choice">Null abstains.</param>
    public HiddenBallot Hide(Award award, MemberId voter, MemberId? choice)
    {
        var name = Voter(voter);
        var plain = new byte[ChoiceRoom];
        plain[0] = (byte)Encoding.UTF8.GetBytes(choice?.Value ?? string.Empty, plain.AsSpan(1));
        var hidden = new byte[NonceSize + ChoiceRoom + TagSize];
        RandomNumberGenerator.Fill(hidden.AsSpan(0, NonceSize));
        using var cipher = new AesGcm(Keyed("choice", string.Empty), TagSize);
        cipher.Encrypt(hidden.AsSpan(0, NonceSize), plain, hidden.AsSpan(NonceSize, ChoiceRoom), hidden.AsSpan(NonceSize + ChoiceRoom), Place(award, name));
        return new HiddenBallot(award, name, Convert.ToBase64String(hidden));
    }

    /// <exception cref="CryptographicException">The vote was changed, or was not kept under this key.</exception>
    public MemberId? Reveal(HiddenBallot ballot)
    {
        var hidden = Convert.FromBase64String(ballot.Choice);
        var plain = new byte[ChoiceRoom];
        using var cipher = new AesGcm(Keyed("choice", string.Empty), TagSize);
        cipher.Decrypt(hidden.AsSpan(0, NonceSize), hidden.AsSpan(NonceSize, ChoiceRoom), hidden.AsSpan(NonceSize + ChoiceRoom), plain, Place(ballot.Award, ballot.Voter));
        return plain[0] == 0 ? null : new MemberId(Encoding.UTF8.GetString(plain, 1, plain[0]));
    }

    public void Forget() => CryptographicOperations.ZeroMemory(secret);

    /// <summary>Where a hidden choice belongs: moved to another row it does not open.</summary>
    private static byte[] Place(Award award, string voter) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{award}\n{voter}"));

    private byte[] Keyed(string purpose, string value) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{purpose}\n{round.Value}\n{value}"));
}
