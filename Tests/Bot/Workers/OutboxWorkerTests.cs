using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;

namespace AlignmentBot.Tests.Bot.Workers;

public sealed class OutboxWorkerTests
{
    [Fact]
    public async Task Conversation_whose_platform_hangs_holds_up_no_other()
    {
        await using var kit = await BotKit.Start();
        var hanging = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        kit.Channel.Hold = posting =>
        {
            if (posting.Conversation != "D-" + SamplePod.Max.Id)
                return Task.CompletedTask;
            reached.TrySetResult();
            return hanging.Task;
        };
        await kit.Outbox.StartAsync(BotKit.Ct);
        var ada = await kit.HandOver();
        await kit.Do(ada, SamplePod.Rosa, new LeadCommand.Reject(SamplePod.NoBudget));
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(20), BotKit.Ct);

        var bea = await kit.HandOver("bea");

        await Posted(kit, "lead/" + bea);
        Assert.DoesNotContain(kit.Channel.Posted, sent => sent.Posting.Conversation == "D-" + SamplePod.Max.Id);
        hanging.SetResult();
        await Posted(kit, $"notice/{ada}/2");
        await kit.Outbox.StopAsync(BotKit.Ct);
    }

    private static Task Posted(BotKit kit, string subject) => Eventually.Get(() =>
        Task.FromResult<object?>(kit.Channel.Posted.Any(sent => sent.Posting.Subject == subject) ? kit : null));
}
