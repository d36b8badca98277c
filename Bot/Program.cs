using AlignmentBot.Bot.Hosting;

return await Entry.Run(args);
