using AlignmentBot.Bench;
using AlignmentBot.Bench.History;

return args switch
{
    ["store"] => await StoreBenchmark.Run(),
    ["open"] => await OpenBenchmark.Run(),
    ["cards"] => CardsBenchmark.Run(),
    ["time"] => WorkingTimeBenchmark.Run(),
    ["timers"] => await TimersBenchmark.Run(null),
    ["timers", var leads] => await TimersBenchmark.Run(leads),
    ["click"] => await ClickBenchmark.Run(),
    ["teams"] => await TeamsBenchmark.Run(),
    ["all"] => await StoreBenchmark.Run() + await OpenBenchmark.Run() + CardsBenchmark.Run() + WorkingTimeBenchmark.Run() + await ClickBenchmark.Run() + await TeamsBenchmark.Run(),
    ["signed"] => await SignedBenchmark.Run(),
    ["bolt"] => await BoltBenchmark.Run(),
    ["slow-slack"] => await SlowSlackBenchmark.Run(),
    ["figures"] => await FiguresBenchmark.Run(null),
    ["figures", var file] => await FiguresBenchmark.Run(file),
    ["marks"] => await MarkBenchmark.Run(),
    ["history", var file] => await HistoryCommand.Run(file, null),
    ["history", var file, var leads] => await HistoryCommand.Run(file, leads),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("""
        dotnet run -c Release --project Bench -- NAME

          store   accept decisions per second with 1, 16 and 64 callers, against the disk's sync rate and one transaction per call
          open    time to open a store of 100,000 leads
          cards   microseconds and bytes of one lead's card, drawn and rendered for each platform
          time    microseconds of a deadline, a month and ten years of working time
          click   durable clicks over HTTP with 1, 16 and 128 connections, against an empty address of the same server
          teams   signed presses in Teams at 100/s while its connector takes 2 s, to the durable answer, against an empty address
          timers  the next hundred due steps among a million leads (2 GB of disk for a while), or among so many (timers 10000)
          signed  signed Slack clicks with 1, 16 and 128 connections: an empty address, acknowledged, durable
          bolt    durable Slack clicks beside an @slack/bolt app that does the same (npm ci --prefix Bench/Bolt first)
          slow-slack   how long a click waits while every call of Slack's Web API takes 2 s and a tenth of them fail
          figures a month's and half a year's figures over 1,000,000 leads, or over a file that history made (figures FILE.db)
          marks   what marking a lead for the figures adds to a decision
          all     the first six, and time

          history FILE.db [LEADS]   writes half a year of sample history into a new database for the bot
        """);
    return 1;
}
