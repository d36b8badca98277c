using AlignmentBot.Bot.Intake.Answers;
using AlignmentBot.Bot.Intake.Endpoints;
using AlignmentBot.Bot.Intake.Problems;

namespace AlignmentBot.Bot.Intake.Description;

/// <summary>What the OpenAPI document says about each endpoint: what comes in, what goes out, which problems there are.</summary>
public static class EndpointTexts
{
    public static void DescribeHandOver(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Leads")
        .WithName("handOverLead")
        .WithSummary("Hand over a lead")
        .WithDescription("""
            The lead becomes a card in the pod's channel. The same person (by mail address, else by externalId) with an open lead at the pod is merged onto it.
            Give at least one of email, phone, externalId, firstName, lastName and company.name. At most 256 KB.
            """)
        .WithMetadata(new TakesIdempotencyKey())
        .Takes<LeadBody>("application/json")
        .Produces<LeadAnswer>(StatusCodes.Status201Created, "application/json")
        .Produces<LeadAnswer>(StatusCodes.Status200OK, "application/json")
        .ProducesProblems(400, 401, 403, 413, 415, 422, 429);

    public static void DescribeBatch(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Leads")
        .WithName("handOverLeads")
        .WithSummary("Hand over up to 10,000 leads")
        .WithDescription("""
            One lead per line (NDJSON), each as for a single lead. Every line is answered on a line of its own, in order, while the batch is still coming in.
            At most 10,000 lines, 16 MB, and 256 KB a line. Counts as one request. With an Idempotency-Key every line is told apart by its number,
            so a batch that broke off can be sent again whole.
            """)
        .WithMetadata(new TakesIdempotencyKey())
        .Takes<LeadBody>(BatchEndpoint.ContentType)
        .Produces<BatchAnswer>(StatusCodes.Status200OK, BatchEndpoint.ContentType)
        .ProducesProblems(400, 401, 403, 413, 415, 429);

    public static void DescribeReport(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Leads")
        .WithName("reportOutcome")
        .WithSummary("Report what became of a lead")
        .WithDescription("""
            For a CRM: contacted, qualified, opportunity, won or lost. Steps in between may be skipped. Reporting the present state again changes nothing.
            Refused with 409 while nobody has accepted the lead, after it has ended, and for a moment that cannot be right.
            """)
        .WithMetadata(new TakesIdempotencyKey())
        .Takes<OutcomeBody>("application/json")
        .Produces<LeadAnswer>(StatusCodes.Status200OK, "application/json")
        .ProducesProblems(400, 401, 403, 404, 409, 413, 415, 422, 429);

    public static void DescribeOne(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Leads")
        .WithName("readLead")
        .WithSummary("Read a lead, its clocks and its history")
        .Produces<LeadDetail>(StatusCodes.Status200OK, "application/json")
        .ProducesProblems(401, 403, 404, 429);

    public static void DescribeList(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Leads")
        .WithName("listLeads")
        .WithSummary("List leads, newest first")
        .WithMetadata(new TakesListParameters())
        .Produces<LeadList>(StatusCodes.Status200OK, "application/json")
        .ProducesProblems(400, 401, 403, 429);

    // Routing would answer 415 by itself, before anybody asked for a key; so it is told that any type will do, and the document is told the truth.
    private static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder endpoint, string contentType)
        where T : notnull => endpoint.Accepts<T>(TakesBody.AnyType).WithMetadata(new TakesBody(contentType));

    private static void ProducesProblems(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
            endpoint.Produces<Problem>(status, Problem.ContentType);
    }
}

/// <summary>The endpoint takes a body of this type.</summary>
public sealed record TakesBody(string ContentType)
{
    public const string AnyType = "*/*";
}

/// <summary>The endpoint takes an <c>Idempotency-Key</c>.</summary>
public sealed record TakesIdempotencyKey;

/// <summary>The endpoint takes the parameters of <see cref="ListParameters"/>.</summary>
public sealed record TakesListParameters;
