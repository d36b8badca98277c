using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Dashboard;
using AlignmentBot.Bot.Handlers;
using AlignmentBot.Bot.Handlers.Statistics;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AlignmentBot.Tests.Fakes;

/// <summary>The awards as the bot puts them together, over the parts of a test.</summary>
public static class AwardKit
{
    /// <param name="folder">Where the keys lie.</param>
    public static ServiceProvider Of(IStore store, Rosters rosters, ChannelSet channels, BotClock clock, Wakeups wakeups, TempFolder folder, (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton(_ => store);
        services.AddSingleton(rosters);
        services.AddSingleton(channels);
        services.AddSingleton(clock);
        services.AddSingleton(_ => wakeups);
        services.AddSingleton(new BotSettings(folder.File("bot.db"), folder.File("keys"), LocalChannel: false, SampleData: false, ClockStart: null));
        services.AddSingleton(new DashboardSettings(null, TimeSpan.FromHours(12), []));
        services.AddStatistics();
        services.AddSingleton<MonthlyTarget>((_, _, _, _) => Task.FromResult<int?>(null));
        services.AddAwards(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Awards:{setting.Key}", (string?)setting.Value)))
            .Build());
        return services.BuildServiceProvider();
    }
}
