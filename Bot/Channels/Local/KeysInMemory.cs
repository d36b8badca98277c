using System.Collections.Concurrent;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace AlignmentBot.Bot.Channels.Local;

/// <summary>Keeps the keys of antiforgery tokens as long as the process lives: they need no file, and a page from before fetches a new token by itself.</summary>
public sealed class KeysInMemory : IXmlRepository
{
    private readonly ConcurrentQueue<XElement> keys = new();

    public IReadOnlyCollection<XElement> GetAllElements() => keys.Select(key => new XElement(key)).ToList();

    public void StoreElement(XElement element, string friendlyName) => keys.Enqueue(new XElement(element));
}
