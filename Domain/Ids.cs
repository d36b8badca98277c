namespace AlignmentBot.Domain;

/// <summary>A lead's own id: ten letters and digits, lower case, short enough to type into a command.</summary>
public readonly record struct LeadId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A pod's id: a slug such as <c>emea</c>, chosen by the people who set the pod up.</summary>
public readonly record struct PodId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A member's own id. Never an e-mail address, so that a person can be erased and the history stays whole.</summary>
public readonly record struct MemberId(string Value)
{
    public override string ToString() => Value;
}
