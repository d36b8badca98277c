namespace AlignmentBot.Bot.Hosting;

/// <summary>The configuration cannot be used. One sentence per fault: the key, the value, the rule.</summary>
public sealed class StartupFaultException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
