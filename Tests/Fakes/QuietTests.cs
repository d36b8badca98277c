namespace AlignmentBot.Tests.Fakes;

/// <summary>
/// Tests that run after all others, one at a time. In their world a call that takes a second is lost: beside a full suite, calls that nobody
/// meant to fail would be, too, and each is waited for and looked for again.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class QuietTests
{
    public const string Name = "quiet";
}
