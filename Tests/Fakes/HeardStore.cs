using System.Reflection;
using AlignmentBot.Storage;

namespace AlignmentBot.Tests.Fakes;

/// <summary>A real store whose calls are heard before they are made; who hears one may let it fail.</summary>
public class HeardStore : DispatchProxy
{
    private IStore real = null!;
    private Action<string> heard = null!;

    /// <param name="heard">Gets the name of each call.</param>
    public static IStore Over(IStore real, Action<string> heard)
    {
        var proxy = Create<IStore, HeardStore>();
        ((HeardStore)(object)proxy).real = real;
        ((HeardStore)(object)proxy).heard = heard;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        heard(targetMethod!.Name);
        return targetMethod.Invoke(real, args);
    }
}
