using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Workers;

/// <summary>Delivers what one conversation was owed, drawn from the present state, and says how each claimed row ended.</summary>
public sealed partial class OutboxDelivery(ChannelSet channels, SubjectCards cards, DeliveryPlanner planner, Pacing pacing, BotClock clock, ILogger<OutboxDelivery> logger)
{
    /// <summary>Sends one message where the platform wants a distance between two, else all that the rows ask for.</summary>
    /// <param name="rows">The head of one conversation, in order; at least one.</param>
    public async Task<Settlement> Deliver(IReadOnlyList<ClaimedOwed> rows, CancellationToken ct)
    {
        var settlement = new Settlement(rows[0].Owed.Door, rows[0].Owed.Conversation);
        if (channels.Find(settlement.Door) is not { } channel)
            return settlement with { Parked = rows.Select(row => new ParkOwed(row.Id, "channel_is_off")).ToValueList() };

        var left = rows.ToList();
        var fresh = new FreshMessages();
        do
        {
            var step = await planner.Next(left, fresh, channel.Pace, ct);
            settlement = await Try(channel, step, fresh, settlement, ct);
            left.RemoveAll(step.Covered.Contains);
        }
        while (left.Count > 0 && settlement.PutOff.Count == 0 && channel.Pace.Between == TimeSpan.Zero && !ct.IsCancellationRequested);

        return settlement with { Untried = settlement.Untried.Concat(left.Select(row => row.Id)).ToValueList() };
    }

    private async Task<Settlement> Try(IChannel channel, DeliveryStep step, FreshMessages fresh, Settlement settlement, CancellationToken ct)
    {
        try
        {
            return await Send(channel, step, fresh, settlement, ct);
        }
        catch (ChannelUnavailableException unavailable)
        {
            Log.PutOff(logger, settlement.Door, step.Head.Id, step.Head.Attempts, unavailable);
            return PutOff(step, settlement, unavailable.RetryAfter);
        }
        catch (ChannelRefusedException refused)
        {
            Log.Parked(logger, settlement.Door, step.Head.Id, refused.Code);
            return Park(step, settlement, refused.Code);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Log.Failed(logger, settlement.Door, step.Head.Id, failure);
            return PutOff(step, settlement, null);
        }
    }

    private async Task<Settlement> Send(IChannel channel, DeliveryStep step, FreshMessages fresh, Settlement settlement, CancellationToken ct)
    {
        if (step.OrphanOf is not null)
            return Park(step, settlement, "no_message_to_reply_to");
        if (await Draw(step, ct) is not { } card)
            return settlement with { Dropped = settlement.Dropped.Concat(step.Covered.Select(row => row.Id)).ToValueList() };

        var owed = step.Head.Owed;
        var posting = new Posting(owed.Effect, owed.Conversation, step.ThreadOf, owed.Subject, step.Shows, card);
        await pacing.Wait(channel, owed.Conversation, ct);
        var message = await PostOrUpdate(channel, step, posting, ct);
        if (step.Message is null)
            fresh.Add(message, step.Covered.Select(row => row.Owed.Slot).Distinct(StringComparer.Ordinal).ToValueList());
        BotMetrics.Delivered(owed.Door);
        return settlement with
        {
            Delivered = settlement.Delivered.Concat(step.Covered.Select(row => new DeliveredOwed(row.Id, row.Owed.Slot, message))).ToValueList(),
        };
    }

    private static async Task<string> PostOrUpdate(IChannel channel, DeliveryStep step, Posting posting, CancellationToken ct)
    {
        var message = step.Message ?? (step.MaybeSent ? await channel.Find(posting, ct) : null);
        if (message is null)
            return await channel.Post(posting, ct);
        await channel.Update(message, posting, ct);
        return message;
    }

    private Task<Card?> Draw(DeliveryStep step, CancellationToken ct) => step.Shows.Count > 1
        ? cards.DrawDigest(step.Shows, null, ct)
        : cards.Draw(step.Head.Owed.Subject, null, step.InDigest, ct);

    /// <summary>Where the platform says how long to wait, it is not guessed: another guess doubles with each attempt.</summary>
    private Settlement PutOff(DeliveryStep step, Settlement settlement, TimeSpan? retryAfter) => settlement with
    {
        PutOff = [new PutOff(step.Head.Id, clock.Now + Backoff.After(retryAfter is null ? step.Head.Attempts : 0, retryAfter))],
        Untried = settlement.Untried.Concat(step.Covered.Where(row => row != step.Head).Select(row => row.Id)).ToValueList(),
    };

    private static Settlement Park(DeliveryStep step, Settlement settlement, string code) => settlement with
    {
        Parked = settlement.Parked.Concat(step.Covered.Select(row => new ParkOwed(row.Id, code))).ToValueList(),
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Door} cannot take row {Row} now (attempt {Attempts}); it will be tried again.")]
        public static partial void PutOff(ILogger logger, Door door, long row, int attempts, Exception reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Door} refused row {Row} for good: {Code}. It is parked.")]
        public static partial void Parked(ILogger logger, Door door, long row, string code);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Door}: row {Row} failed unexpectedly; it will be tried again.")]
        public static partial void Failed(ILogger logger, Door door, long row, Exception failure);
    }
}
