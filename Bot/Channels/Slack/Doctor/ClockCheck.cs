namespace AlignmentBot.Bot.Channels.Slack.Doctor;

/// <summary>Whether Slack's clock is ours.</summary>
public sealed class ClockCheck(TimeProvider time)
{
    /// <summary>Slack's requests are refused beyond five minutes; a clock that is a minute off is on its way there.</summary>
    private static readonly TimeSpan Allowed = TimeSpan.FromMinutes(1);

    /// <summary>Null as long as Slack has not told the time.</summary>
    public Finding? Finding { get; private set; }

    /// <param name="there">Slack's time; null where it does not say.</param>
    public void Note(DateTimeOffset? there)
    {
        if (there is not { } told)
            return;
        var behind = told - time.GetUtcNow();
        Finding = behind.Duration() <= Allowed
            ? Finding.Well("Clock", "It agrees with Slack's.")
            : new Finding(
                "Clock",
                $"This machine's is {(int)behind.Duration().TotalSeconds} seconds {(behind > TimeSpan.Zero ? "behind" : "ahead of")} Slack's. Beyond five minutes every click is refused.",
                "Set it by the network: timedatectl set-ntp true");
    }
}
