namespace AlignmentBot.Bot.Intake.Problems;

/// <summary>Writes a problem as the answer.</summary>
public sealed class ProblemResult(Problem problem) : IResult
{
    public Problem Problem { get; } = problem;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Problem.Status;
        return httpContext.Response.WriteAsJsonAsync(Problem, ApiJson.Options, Problem.ContentType, httpContext.RequestAborted);
    }
}
