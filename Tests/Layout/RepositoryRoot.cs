namespace AlignmentBot.Tests.Layout;

/// <summary>The folder that holds the solution, found upwards from the test assembly.</summary>
public static class RepositoryRoot
{
    public static readonly string Path = Find(AppContext.BaseDirectory);

    private static string Find(string folder) => File.Exists(System.IO.Path.Combine(folder, "AlignmentBot.sln"))
        ? folder
        : Find(Directory.GetParent(folder)?.FullName ?? throw new InvalidOperationException("The tests do not run from within the repository."));
}
