using System.Reflection;
using System.Runtime.CompilerServices;

namespace Clientele.Plugins;

/// <summary>Loads one plugin and lets it register, behind a boundary that turns whatever it throws into a diagnostic.</summary>
internal static class PluginActivation
{
    /// <summary>Loads and configures a candidate; on a failure ends it and gives nothing.</summary>
    // Not inlined, so that the caller's frame never holds on to the plugin's context after a failure.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LoadedPlugin? Activate(Candidate candidate, bool collectible)
    {
        PluginLoadContext? context = null;
        var stage = PluginStage.Load;
        var step = new Step(PluginCodes.DepsFileInvalid, "Publish the plugin again; its .deps.json may be damaged.");
        try
        {
            var manifest = candidate.Manifest!;
            var entry = Path.Combine(candidate.Folder, manifest.EntryAssembly);
            context = new PluginLoadContext($"plugin:{manifest.Id}@{manifest.Version}", entry, SharedAssemblies.Contract, collectible);

            step = new(PluginCodes.TypeLoadFailed, "Build the plugin again against the contract of this host.");
            var assembly = context.LoadFromAssemblyPath(entry);
            if (EntryType(assembly, manifest.EntryType, candidate) is not { } constructor)
            {
                Abandon(context);
                return null;
            }

            stage = PluginStage.Configure;
            step = new(PluginCodes.ConstructorFailed, "Ask the plugin's author; the constructor should do nothing.");
            var builder = new RegistrationBuilder(new Origin(manifest.Id, manifest.Prefix, Path.Combine(candidate.Folder, "templates")) { Version = manifest.Version });
            var ownContext = context;
            Registration? registration = null;

            // What the plugin does to the culture and to ambient values of this thread ends with its call.
            InOwnFlow(() =>
            {
                var plugin = (IPlugin)constructor.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, parameters: null, culture: null);
                step = new(PluginCodes.ConfigureFailed, "Correct what it registers, or ask the plugin's author.");
                using (ownContext.EnterContextualReflection())
                {
                    plugin.Configure(builder);
                }

                registration = builder.Build([.. manifest.Dependencies.Select(dependency => dependency.Id)]);
            });
            return new(candidate, context, registration!);
        }
        catch (Exception error) when (Fault.IsContainable(error))
        {
            var fault = Fault.From(error, step.Code, step.Hint, context?.Missed ?? []);
            candidate.End(PluginState.Faulted, fault.Code, stage, fault.Message, fault.Hint);
            Abandon(context);
            return null;
        }
    }

    private static ConstructorInfo? EntryType(Assembly assembly, string name, Candidate candidate)
    {
        var type = assembly.GetType(name, throwOnError: false, ignoreCase: false);
        var problem = type switch
        {
            null => "is not in the entry assembly",
            { IsClass: false } or { IsAbstract: true } => "is not a class that can be created",
            { ContainsGenericParameters: true } => "is generic",
            { IsVisible: false } => "is not public",
            _ when !typeof(IPlugin).IsAssignableFrom(type) => $"does not implement {nameof(IPlugin)}",
            _ when type.GetConstructor([]) is null => "has no public constructor without parameters",
            _ => null,
        };
        if (problem is null)
        {
            return type!.GetConstructor([]);
        }

        candidate.End(
            PluginState.Faulted,
            PluginCodes.EntryTypeInvalid,
            PluginStage.Load,
            $"Its entry type '{name}' {problem}.",
            $"Name a public class with a public parameterless constructor that implements {nameof(IPlugin)} as entryType.");
        return null;
    }

    private static void InOwnFlow(Action action)
    {
        if (ExecutionContext.Capture() is { } flow)
        {
            ExecutionContext.Run(flow, static call => ((Action)call!)(), action);
        }
        else
        {
            action();
        }
    }

    private static void Abandon(PluginLoadContext? context)
    {
        if (context is { IsCollectible: true })
        {
            context.Unload();
        }
    }

    private sealed record Step(string Code, string Hint);
}
