using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Bot.Dashboard.Access;

/// <summary>The links by which the bot lets members into the dashboard.</summary>
public sealed class SignInLinks(IStore store, WebAddress addresses, BotClock clock)
{
    /// <summary>How long a link lets its member in.</summary>
    public static readonly Duration Lasts = Duration.FromMinutes(10);

    /// <summary>A new link for this member; null when it is not known under which address people reach the bot.</summary>
    public async Task<Uri?> Make(Member member, CancellationToken ct)
    {
        var secret = AccessSecret.Make();
        if (addresses.Of($"{DashboardPaths.Enter}/{secret}") is not { } address)
            return null;
        var now = clock.Now;
        await store.SaveSignInLink(new SignInLink(AccessSecret.Hash(secret), member.Id, now + Lasts), now, ct);
        return address;
    }

    /// <summary>What a link is worth now, to somebody who is signed in as <paramref name="visitor"/>, or to nobody known.</summary>
    public async Task<LinkFinding> Look(string secret, DashboardVisit? visitor, CancellationToken ct)
    {
        if (await store.FindSignInLink(AccessSecret.Hash(secret), ct) is not { } link)
            return new LinkFinding.Refused(LinkFault.Unknown);
        if (await store.FindMember(link.Member, ct) is not { Active: true } member || await store.FindPod(member.Pod, ct) is not { } pod)
            return new LinkFinding.Refused(LinkFault.Left);
        if (link.UsedAt is not null)
            return new LinkFinding.Refused(LinkFault.Used);
        if (link.EndsAt <= clock.Now)
            return new LinkFinding.Refused(LinkFault.Ended);
        if (visitor is not null && !visitor.Session.Members.Contains(member.Id))
            return new LinkFinding.Refused(LinkFault.SomebodyElses);
        return new LinkFinding.Good(pod, member);
    }

    /// <summary>Uses the link up and opens a session.</summary>
    /// <returns>Null when somebody was faster, or it has just ended.</returns>
    public async Task<string?> Use(string secret, Member member, Duration lasts, CancellationToken ct)
    {
        var cookie = AccessSecret.Make();
        var now = clock.Now;
        var session = new WebSession(AccessSecret.Hash(cookie), [member.Id], now, now + lasts);
        return await store.UseSignInLink(AccessSecret.Hash(secret), session, ct) ? cookie : null;
    }
}

/// <summary>What a link is worth.</summary>
public abstract record LinkFinding
{
    private LinkFinding()
    {
    }

    /// <summary>It lets this member in.</summary>
    public sealed record Good(Pod Pod, Member Member) : LinkFinding;

    public sealed record Refused(LinkFault Why) : LinkFinding;
}

/// <summary>Why a link lets nobody in.</summary>
public enum LinkFault
{
    /// <summary>There is no such link, or it is long ago.</summary>
    Unknown,

    Used,

    Ended,

    /// <summary>The browser is signed in as another member.</summary>
    SomebodyElses,

    /// <summary>The member has left the roster.</summary>
    Left,
}
