namespace AlignmentBot.Bot.Channels.Slack.Directory;

internal static class DirectoryRegistration
{
    public static void AddDirectory(this IServiceCollection services)
    {
        services.AddSingleton<SlackWorkplace>();
        services.AddSingleton<IWorkplace>(provider => provider.GetRequiredService<SlackWorkplace>());
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SlackLeavers>(provider, provider.GetRequiredService<SlackWorkplace>()));
        services.AddHostedService(provider => provider.GetRequiredService<SlackLeavers>());
    }
}
