Console.WriteLine("Benchmarks: dotnet run -c Release --project Bench -- NAME");
return 0;
