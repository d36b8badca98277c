namespace AlignmentBot.Bot.Channels.Teams.Outbound;

/// <summary>The connector for those who need no more than "it worked": anything else is an exception of <see cref="IChannel"/>'s kind.</summary>
public sealed partial class TeamsConnector(ConnectorRest rest, ILogger<TeamsConnector> logger)
{
    /// <summary>More pages than a team has people are a fault of the other side.</summary>
    private const int MostPages = 200;

    /// <summary>Posts a message that may be lost.</summary>
    /// <returns>The activity's id.</returns>
    public async Task<string> Send(TeamsTarget to, ReadOnlyMemory<byte> activity, CancellationToken ct) =>
        Checked("post", await rest.Post(to, activity, ct)).Id ?? throw new ChannelUnavailableException("post: the answer names no message");

    public async Task Update(TeamsTarget to, string activity, ReadOnlyMemory<byte> body, CancellationToken ct) =>
        Checked("update", await rest.Put(to, activity, body, ct));

    /// <summary>Everybody in a conversation; of a channel, everybody in its team.</summary>
    public async Task<IReadOnlyList<TeamsRosterPerson>> Members(TeamsTarget of, CancellationToken ct)
    {
        var people = new List<TeamsRosterPerson>();
        string? next = null;
        for (var page = 0; page < MostPages; page++)
        {
            var found = Checked("members", await TeamsPatience.Ask(() => rest.MemberPage(of, next, ct), ct));
            people.AddRange((found.Members ?? []).Where(member => member.Id is not null).Select(TeamsRosterPerson.Of));
            next = found.ContinuationToken;
            if (string.IsNullOrEmpty(next))
                break;
        }

        return people;
    }

    /// <summary>The value, or the exception that its error stands for.</summary>
    internal T Checked<T>(string call, ConnectorAnswer<T> answer)
        where T : class
    {
        if (answer.Error is not { } error)
            return answer.Value ?? throw new ChannelUnavailableException($"{call}: an empty answer");
        Note(call, error);
        throw ConnectorErrors.Exception(call, error);
    }

    /// <summary>Says in the log what an admin, or Teams itself, has to put right.</summary>
    internal void Note(string call, ConnectorError error)
    {
        if (ConnectorErrors.Remedy(error) is { } remedy)
            Log.NeedsAdmin(logger, call, error.Detail, remedy);
        else if (error.Fault is ConnectorFault.Failed or ConnectorFault.Refused)
            Log.TurnedDown(logger, call, error.Detail);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Teams turned the call down ({Call}): {Detail}. {Remedy}")]
        public static partial void NeedsAdmin(ILogger logger, string call, string detail, string remedy);

        [LoggerMessage(Level = LogLevel.Error, Message = "Teams turned the call down ({Call}): {Detail}")]
        public static partial void TurnedDown(ILogger logger, string call, string detail);
    }
}

/// <summary>Somebody in a conversation, as Teams tells them.</summary>
/// <param name="UserId">What Teams calls them towards this bot, such as <c>29:1abc</c>.</param>
/// <param name="Account">The directory object id; null of bots and of people without one.</param>
/// <param name="Role">Such as <c>user</c> or <c>guest</c>.</param>
public sealed record TeamsRosterPerson(string UserId, string? Account, string? Name, string? Email, string? Role)
{
    internal static TeamsRosterPerson Of(ConnectorMember member) =>
        new(member.Id!, member.Account, member.Name, member.Email ?? member.UserPrincipalName, member.UserRole);
}
