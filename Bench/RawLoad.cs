using System.Diagnostics;

namespace AlignmentBot.Bench;

/// <summary>Sends prepared requests over so many connections, each of which waits for its own answer.</summary>
internal static class RawLoad
{
    public static async Task<Speed> Run(int port, int connections, int total, Func<int, byte[]> request)
    {
        var open = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => RawConnection.Open(port)));
        var times = new double[total];
        var next = -1;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(open.Select(connection => Task.Run(() => Send(connection))));
        var seconds = clock.Elapsed.TotalSeconds;
        foreach (var connection in open)
            connection.Dispose();
        Array.Sort(times);
        return new Speed(total / seconds, Rounds.Percentile(times, 0.5), Rounds.Percentile(times, 0.99));

        async Task Send(RawConnection connection)
        {
            for (int i; (i = Interlocked.Increment(ref next)) < total;)
            {
                var started = Stopwatch.GetTimestamp();
                await connection.Send(request(i));
                times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }
        }
    }
}
