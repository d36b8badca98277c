using AlignmentBot.Bot.Channels;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Tests.Fakes;

/// <summary>A platform that knows what it is told.</summary>
public sealed class ScriptedWorkplace : IWorkplace
{
    public Door Door => Door.Slack;

    /// <summary>What every question ends with, or null to be answered.</summary>
    public Exception? Failure { get; set; }

    public Task<Colleague?> Person(string account, string? conversation, CancellationToken ct) => Answer<Colleague?>(new Colleague(account, account, Standing.Member, RunsWorkplace: false) { Email = account + "@example.com" });

    public Task<ValueList<Option>?> Groups(string conversation, CancellationToken ct) => Answer<ValueList<Option>?>(null);

    public Task<ValueList<string>?> PeopleOf(string conversation, string group, CancellationToken ct) => Answer<ValueList<string>?>(null);

    public Task<Room?> Room(string conversation, CancellationToken ct) => Answer<Room?>(new Room("#leads", IsChannel: true, BotIsIn: true));

    public Task<string?> LinkTo(string message, CancellationToken ct) => Answer<string?>("https://example.slack.com/" + message);

    private Task<T> Answer<T>(T answer) => Failure is null ? Task.FromResult(answer) : Task.FromException<T>(Failure);
}
