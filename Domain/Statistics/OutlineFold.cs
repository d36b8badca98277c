using AlignmentBot.Domain.Leads;
using NodaTime;

namespace AlignmentBot.Domain.Statistics;

/// <summary>Reads a lead's outline off its history. The only place that says which event counts for what.</summary>
public static class OutlineFold
{
    /// <param name="lead">The lead after all these events.</param>
    /// <param name="events">Its whole history, oldest first.</param>
    public static LeadOutline Of(Lead lead, IEnumerable<LeadEvent> events)
    {
        var trail = new Trail();
        var beforeDecision = trail;
        foreach (var happened in events)
        {
            if (happened.Fact is LeadFact.DecisionUndone)
            {
                trail = beforeDecision;
                continue;
            }

            if (happened.Fact is LeadFact.Accepted or LeadFact.Rejected)
                beforeDecision = trail;
            trail = trail.After(happened.Fact, happened.At);
        }

        return Outline(lead, trail);
    }

    private static LeadOutline Outline(Lead lead, Trail trail) => new(lead.Id, lead.HandedOverAt, GroupOf(lead, trail))
    {
        State = StateNames.Of(lead.State),
        Complete = trail.Complete,
        Employees = lead.Brief.Company.Employees,
        DecidedAt = trail.DecidedAt,
        AcceptedAt = trail.AcceptedAt,
        ContactedAt = trail.ContactedAt,
        QualifiedAt = trail.QualifiedAt,
        OpportunityAt = trail.OpportunityAt,
        WonAt = trail.WonAt,
        LostAt = trail.LostAt,
        LossReason = trail.LossReason,
        Amount = trail.Amount,
        Releases = trail.Releases,
        Rejections = trail.Rejections,
        DecisionRaw = Between(trail.OfferedAt, trail.DecidedAt),
        DecisionWorking = trail.DecidedAt is null ? null : lead.Clocks.FirstOrDefault(clock => clock.Clause == Clause.Decide)?.Worked,
        ContactRaw = Between(trail.AcceptedBeforeContact, trail.ContactedAt),
        ContactWorking = trail.ContactedAt is { } contacted
            ? lead.Clocks.FirstOrDefault(clock => clock.Clause == Clause.FirstContact && clock.StoppedAt == contacted)?.Worked
            : null,
        Promises = lead.Clocks
            .Where(clock => clock.DueAt is not null)
            .Select(clock => new PromiseOutline(clock.Clause, clock.DueAt!.Value, clock.StoppedAt, clock.Target))
            .ToValueList(),
        Answered = lead.Clocks.Count(clock => clock is { Clause: Clause.Answer, StoppedAt: not null }),
    };

    private static GroupKey GroupOf(Lead lead, Trail trail) => new(
        RepOf(lead, trail)?.Value ?? string.Empty,
        lead.Brief.Marketer is { } marketer && !string.IsNullOrWhiteSpace(marketer) ? EmailKey.Of(marketer) : string.Empty,
        lead.Brief.Campaign?.Trim() ?? string.Empty,
        lead.Brief.Source?.Trim() ?? string.Empty,
        Tiers.Of(lead.Brief.Score),
        lead.AgreementVersion);

    private static MemberId? RepOf(Lead lead, Trail trail) => lead.Owner ?? lead.State switch
    {
        LeadState.Rejected s => s.By,
        LeadState.Recycled => trail.RejectedBy,
        LeadState.Offered { ReservedFor: { } rep } => rep,
        LeadState.Incomplete { ReservedFor: { } rep } => rep,
        _ => null,
    };

    /// <summary>A reported moment may lie before the machine's own; no time is less than none.</summary>
    private static Duration? Between(Instant? from, Instant? to) => from is { } start && to is { } end ? Duration.Max(end - start, Duration.Zero) : null;

    /// <summary>What a history has shown so far.</summary>
    private sealed record Trail
    {
        public bool Complete { get; init; }

        public Instant? OfferedAt { get; init; }

        public Instant? DecidedAt { get; init; }

        public Instant? AcceptedAt { get; init; }

        public Instant? LatestAcceptance { get; init; }

        public Instant? AcceptedBeforeContact { get; init; }

        public Instant? ContactedAt { get; init; }

        public Instant? QualifiedAt { get; init; }

        public Instant? OpportunityAt { get; init; }

        public Instant? WonAt { get; init; }

        public Instant? LostAt { get; init; }

        public string? LossReason { get; init; }

        public Money? Amount { get; init; }

        public int Releases { get; init; }

        public MemberId? RejectedBy { get; init; }

        public ValueList<RejectionOutline> Rejections { get; init; } = [];

        public Trail After(LeadFact fact, Instant at) => fact switch
        {
            LeadFact.HandedOver f => this with { Complete = f.Missing.Count == 0, OfferedAt = f.Missing.Count == 0 ? at : null },
            LeadFact.Completed => this with { OfferedAt = OfferedAt ?? at },
            LeadFact.Accepted => this with { DecidedAt = DecidedAt ?? at, AcceptedAt = AcceptedAt ?? at, LatestAcceptance = at },
            LeadFact.Rejected f => this with { DecidedAt = DecidedAt ?? at, RejectedBy = f.By, Rejections = Rejections.Add(OutlineOf(f, at)) },
            LeadFact.Released => this with { Releases = Releases + 1 },
            LeadFact.Contacted f => ContactedAt is null ? this with { ContactedAt = f.At, AcceptedBeforeContact = LatestAcceptance } : this,
            LeadFact.Qualified f => this with { QualifiedAt = QualifiedAt ?? f.At },
            LeadFact.OpportunityOpened f => this with { OpportunityAt = OpportunityAt ?? f.At, Amount = f.Amount ?? Amount },
            LeadFact.Won f => this with { WonAt = f.At, Amount = f.Amount ?? Amount },
            LeadFact.Lost f => this with { LostAt = f.At, LossReason = f.Reason.Trim() },
            _ => this,
        };

        private static RejectionOutline OutlineOf(LeadFact.Rejected fact, Instant at) =>
            new(fact.Rejection.Reason.Family, fact.Rejection.Reason.Code, !string.IsNullOrWhiteSpace(fact.Rejection.Note), fact.By, at);
    }
}
