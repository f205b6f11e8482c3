using System.Reflection;
using System.Runtime.CompilerServices;

namespace Clientele.Plugins;

/// <summary>Loads one plugin and lets it register, behind a boundary that turns whatever it throws into a diagnostic.</summary>
internal static class PluginActivation
{
    /// <summary>Loads and configures a candidate; on a failure ends it and gives nothing.</summary>
    // Not inlined, so that the caller's frame never holds on to the plugin's context after a failure.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LoadedPlugin? Activate(Candidate candidate, IReadOnlyList<LoadedPlugin> loaded, PluginOptions options)
    {
        PluginLoadContext? context = null;
        var stage = PluginStage.Load;
        var step = new Step(PluginCodes.DepsFileInvalid, "Publish the plugin again; its .deps.json may be damaged.");
        try
        {
            var manifest = candidate.Manifest!;
            var entry = Path.Combine(candidate.Files, manifest.EntryAssembly);
            context = new PluginLoadContext($"plugin:{manifest.Id}@{manifest.Version}", entry, SharedAssemblies.Contract, options.Collectible, Exports(manifest, loaded));

            step = new(PluginCodes.TypeLoadFailed, "Build the plugin again against the contract of this host.");
            var assembly = context.LoadFromAssemblyPath(entry);
            if (EntryType(assembly, manifest.EntryType, candidate) is not { } constructor)
            {
                Abandon(context);
                return null;
            }

            stage = PluginStage.Configure;
            step = new(PluginCodes.ConstructorFailed, "Ask the plugin's author; the constructor should do nothing.");
            var logging = new PluginLogging(options.Logging, manifest.Id, manifest.Version);
            var builder = Builder(candidate, manifest, options, logging);
            var ownContext = context;
            LoadedPlugin? loadedPlugin = null;

            // What the plugin does to the culture and to ambient values of this thread ends with its call.
            InOwnFlow(() =>
            {
                var plugin = (IPlugin)constructor.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, parameters: null, culture: null);
                step = new(PluginCodes.ConfigureFailed, "Correct what it registers, or ask the plugin's author.");
                using (ownContext.EnterContextualReflection())
                {
                    plugin.Configure(builder);
                }

                var registration = builder.Build([.. manifest.Dependencies.Select(dependency => dependency.Id)]);
                step = new(PluginCodes.ServicesInvalid, "Correct the registrations of its services.");
                var services = registration.Services.Count > 0 || plugin is IPluginLifecycle ? PluginServices.Build(registration.Services, options.Time, logging) : null;
                loadedPlugin = new LoadedPlugin(candidate, ownContext, registration, new PluginGate(manifest.Id, options.Limits, options.Time), logging, options.Facts);
                loadedPlugin.Guard(plugin as IPluginLifecycle, services);
            });
            Conclude(candidate, builder.Settings, builder.Texts);
            if (candidate.GoesOn)
            {
                return loadedPlugin;
            }

            loadedPlugin!.Release();
            return null;
        }
        catch (Exception error) when (Failure.IsContainable(error))
        {
            var fault = Failure.From(error, step.Code, step.Hint, context?.Missed ?? []);
            candidate.End(PluginState.Faulted, fault.Code, stage, fault.Message, fault.Hint);
            Abandon(context);
            return null;
        }
    }

    private static RegistrationBuilder Builder(Candidate candidate, PluginManifest manifest, PluginOptions options, PluginLogging logging) =>
        new(new Origin(manifest.Id, manifest.Prefix, Path.Combine(candidate.Files, "templates")) { Version = manifest.Version, Title = manifest.Name, Tags = manifest.Tags })
        {
            Logger = logging.Own(),
            TextFolder = Path.Combine(candidate.Files, "texts"),
            ApiLevel = manifest.ApiLevels.Intersect(options.ApiLevels).Max(),
            SettingValues = options.Settings.FirstOrDefault(section => string.Equals(section.Key, manifest.Id, StringComparison.OrdinalIgnoreCase)).Value ?? new Dictionary<string, string?>(StringComparer.Ordinal),
        };

    private static void Conclude(Candidate candidate, SettingReader settings, PluginTexts texts)
    {
        candidate.Settings = settings.Declared;
        foreach (var sentence in settings.Wrong)
        {
            candidate.End(PluginState.Faulted, PluginCodes.SettingInvalid, PluginStage.Configure, sentence, "Correct it in the settings, or leave it out for the default.");
        }

        foreach (var sentence in settings.Unknown)
        {
            candidate.Report(PluginCodes.SettingUnknown, PluginSeverity.Warning, PluginStage.Configure, sentence, "Look for a typing error.");
        }

        if (texts.Missing.Count > 0)
        {
            candidate.Report(PluginCodes.TextMissing, PluginSeverity.Warning, PluginStage.Configure, $"{texts.Missing.Count} of its texts are missing: {string.Join(", ", texts.Missing)}.", "Complete texts/en.json and texts/zh-CN.json.");
        }
    }

    private static List<PluginExports> Exports(PluginManifest manifest, IReadOnlyList<LoadedPlugin> loaded) =>
    [
        .. loaded
            .Where(plugin => manifest.Dependencies.Any(dependency => string.Equals(dependency.Id, plugin.Candidate.Id, StringComparison.OrdinalIgnoreCase)))
            .Select(plugin => new PluginExports(plugin.Context, plugin.Candidate.Manifest!.Exports)),
    ];

    private static ConstructorInfo? EntryType(Assembly assembly, string name, Candidate candidate)
    {
        // All types, so that one that cannot be loaded is found now and not at its first use.
        assembly.GetTypes();
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
