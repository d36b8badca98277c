using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Bot.Handlers.Leads;

/// <summary>The keys of the sentences for values that break a rule; each takes the limit.</summary>
public static class FieldTexts
{
    public static string Key(FieldFault fault) => fault switch
    {
        FieldFault.TooLong => "field.error.too_long",
        FieldFault.Email => "field.error.email",
        FieldFault.Phone => "field.error.phone",
        FieldFault.HostName => "field.error.host_name",
        FieldFault.Country => "field.error.country",
        FieldFault.Number => "field.error.number",
    };
}
