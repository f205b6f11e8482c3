using System.Reflection;

namespace Clientele.Plugins;

/// <summary>What an exception from a plugin said, as strings. The exception itself is dropped: its stack trace would keep the plugin loaded.</summary>
internal sealed record Failure(string Code, string Message, string Hint)
{
    /// <summary>Whether an exception can be contained. Running out of memory is the process's own trouble, not the plugin's.</summary>
    public static bool IsContainable(Exception error) => error is not OutOfMemoryException;

    /// <summary>Reads an exception; <paramref name="missed"/> are the assemblies that the plugin asked for in vain.</summary>
    public static Failure From(Exception error, string code, string hint, IEnumerable<string> missed)
    {
        error = Innermost(error);
        return error switch
        {
            DllNotFoundException or EntryPointNotFoundException when code == PluginCodes.DepsFileInvalid =>
                new(PluginCodes.HostCannotResolve, "This host cannot resolve the dependencies of plugins: it is a single file, or was not started by the .NET host.", "Publish the host as an ordinary application."),
            BadImageFormatException => new(PluginCodes.NotManagedImage, Text(error), "Build the plugin again for this operating system and processor."),
            FileNotFoundException missing when missed.Contains(missing.FileName?.Split(',')[0], StringComparer.OrdinalIgnoreCase) =>
                new(PluginCodes.AssemblyMissing, $"The assembly {missing.FileName!.Split(',')[0]} is neither in the plugin's folder nor shared by the host.", "Publish the plugin with all its private libraries, and use only Clientele.Abstractions from the host."),
            TypeLoadException or MissingMemberException or ReflectionTypeLoadException =>
                new(PluginCodes.TypeLoadFailed, Text(error), "Build the plugin again against the contract of this host."),
            InvalidOperationException service when code == PluginCodes.ServicesInvalid && service.Message.Contains("Unable to resolve service for type", StringComparison.Ordinal) =>
                new(PluginCodes.ServiceNotOffered, Text(error), "Register the service in Configure; of the host's own services only TimeProvider and the log are offered."),
            ClienteleException known => new(code, $"{known.Code}: {Text(error)}", hint),
            _ => new(code, Text(error), hint),
        };
    }

    private static Exception Innermost(Exception error) => error switch
    {
        TargetInvocationException or TypeInitializationException { InnerException: not null } when error.InnerException is { } inner => Innermost(inner),
        AggregateException { InnerExceptions.Count: 1 } one => Innermost(one.InnerExceptions[0]),
        ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } => first,
        _ => error,
    };

    // An exception type of the plugin's own may throw from its own Message.
    private static string Text(Exception error)
    {
        try
        {
            var message = error.Message.ReplaceLineEndings(" ").Trim().TrimEnd('.');
            return error is ClienteleException ? $"{message}." : $"{error.GetType().Name}: {message}.";
        }
        catch (Exception second) when (IsContainable(second))
        {
            return $"{error.GetType().Name}, whose message cannot be read.";
        }
    }
}
