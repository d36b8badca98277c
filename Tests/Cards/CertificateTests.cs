using System.Buffers.Binary;
using AlignmentBot.Cards.Pictures;
using AlignmentBot.Domain.Awards;

namespace AlignmentBot.Tests.Cards;

/// <summary>The certificate is a picture that every platform shows, painted without any font of the machine.</summary>
public sealed class CertificateTests
{
    private const string Seed = "0123456789abcdef0123456789abcdef";

    [Fact]
    public void It_is_a_png_of_its_size_and_small_enough_to_be_fetched_at_once()
    {
        var png = Draw("Rosa Rep");

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        Assert.Equal((CertificatePicture.Width, CertificatePicture.Height), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        Assert.InRange(png.Length, 5_000, 120_000);
    }

    [Fact]
    public void The_same_award_is_always_the_same_picture() => Assert.Equal(Draw("Rosa Rep"), Draw("Rosa Rep"));

    [Fact]
    public void Names_make_a_difference_and_those_in_other_letters_leave_it_without_a_name()
    {
        Assert.NotEqual(Draw("Rosa Rep"), Draw("Sam Seller"));
        Assert.Equal(Draw("山田"), Draw("Ирина"));
        Assert.Equal(Draw("山田"), Draw());
    }

    [Theory]
    [InlineData("José Núñez", true)]
    [InlineData("Łukasz Żółć", true)]
    [InlineData("Søren Ångström", true)]
    [InlineData("Weiß & Söhne", true)]
    [InlineData("O'Neill-Smith, Jr.", true)]
    [InlineData("Ирина", false)]
    [InlineData("山田", false)]
    [InlineData("", false)]
    [InlineData("Rosa 🎉", false)]
    public void Latin_names_are_written_with_their_accents(string name, bool writable) => Assert.Equal(writable, StrokeLetters.Written(name) is not null);

    [Fact]
    public void A_picture_is_kept_to_be_looked_at()
    {
        if (Environment.GetEnvironmentVariable("ALIGNMENTBOT_SCREENSHOTS") is not { Length: > 0 } folder)
            return;
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, "certificate-seller.png"), Draw("Rosa Rep"));
        File.WriteAllBytes(Path.Combine(folder, "certificate-shared.png"), Draw("José Núñez", "Łukasz Żółć", "Søren Ångström-Weißenberger the Third"));
        File.WriteAllBytes(Path.Combine(folder, "certificate-unnamed.png"), CertificatePicture.Draw(Award.Marketer, "Marketer of the month", ["山田"], "November 2026", Seed));
    }

    private static byte[] Draw(params string[] names) => CertificatePicture.Draw(Award.Seller, "Seller of the month", names, "November 2026", Seed);
}
