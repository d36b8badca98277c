using AlignmentBot.Bench;

return args switch
{
    ["store"] => await StoreBenchmark.Run(),
    ["open"] => await OpenBenchmark.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("""
        dotnet run -c Release --project Bench -- NAME

          store   accept decisions per second with 1, 16 and 64 callers, against the disk's sync rate and one transaction per call
          open    time to open a store of 100,000 leads
        """);
    return 1;
}
