using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Channels.Teams.Answers;
using AlignmentBot.Cards.Model;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>Work that takes longer than a dialog waits.</summary>
public sealed class LaterTests
{
    private static readonly Answer Said = new Answer.Say("Done.", Tone.Good);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Quick_work_is_answered_at_once()
    {
        using var lifetime = new Lifetime();

        var outcome = await new TeamsLater(lifetime, TimeProvider.System, NullLogger<TeamsLater>.Instance).Start("rosa", _ => Task.FromResult(Said), Ct);

        Assert.Equal(new LaterOutcome.Done(Said), outcome);
    }

    [Fact]
    public async Task Slow_work_goes_on_and_is_there_when_it_is_asked_for_again_by_the_same_person_once()
    {
        using var lifetime = new Lifetime();
        var gate = new TaskCompletionSource<Answer>(TaskCreationOptions.RunContinuationsAsynchronously);
        var later = new TeamsLater(lifetime, TimeProvider.System, NullLogger<TeamsLater>.Instance) { Patience = TimeSpan.FromMilliseconds(10) };

        var waiting = Assert.IsType<LaterOutcome.NotYet>(await later.Start("rosa", _ => gate.Task, Ct));
        Assert.Equal(waiting.Id, Assert.IsType<LaterOutcome.NotYet>(await later.Continue("rosa", waiting.Id, Ct)).Id);
        Assert.Null(await later.Continue("sam", waiting.Id, Ct));
        gate.SetResult(Said);

        Assert.Equal(new LaterOutcome.Done(Said), await later.Continue("rosa", waiting.Id, Ct));
        Assert.Null(await later.Continue("rosa", waiting.Id, Ct));
    }

    [Fact]
    public async Task Work_that_fails_ends_with_a_sentence()
    {
        using var lifetime = new Lifetime();

        var outcome = await new TeamsLater(lifetime, TimeProvider.System, NullLogger<TeamsLater>.Instance).Start("rosa", _ => throw new InvalidOperationException("broken"), Ct);

        Assert.IsType<Answer.Say>(Assert.IsType<LaterOutcome.Done>(outcome).Answer);
    }

    private sealed class Lifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource stop = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => stop.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => stop.Cancel();

        public void Dispose() => stop.Dispose();
    }
}
