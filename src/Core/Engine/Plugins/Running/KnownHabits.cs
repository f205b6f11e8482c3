namespace Clientele.Plugins;

/// <summary>When the build of a plugin says something about a habit; what is in the assembly is a suspect in any case.</summary>
internal enum HabitWarning
{
    /// <summary>Never: it is harmless as most people use it.</summary>
    Never,

    /// <summary>Unless what it makes is handed to <c>IPluginContext.Own</c> or disposed by a <c>using</c>.</summary>
    UnlessOwned,

    /// <summary>Always.</summary>
    Always,
}

/// <summary>Something that was measured to keep a plugin from being unloaded.</summary>
/// <param name="type">The type.</param>
/// <param name="member">The member; empty for every member.</param>
/// <param name="warning">When the build warns.</param>
/// <param name="why">What it does.</param>
internal sealed class KnownHabit(string type, string member, HabitWarning warning, string why)
{
    /// <summary>What <c>dynamic</c> compiles to.</summary>
    public const string Dynamic = "Microsoft.CSharp.RuntimeBinder.Binder";

    /// <summary>The serialiser, which is harmless where it is given a source-generated context.</summary>
    public const string Json = "System.Text.Json.JsonSerializer";

    public string Type { get; } = type;

    public string Member { get; } = member;

    public HabitWarning Warning { get; } = warning;

    public string Name => Type == Dynamic ? "dynamic" : Member.Length == 0 ? Type : Type + "." + Member.TrimStart('.');

    public string Why { get; } = why;

    public bool Is(string usedType, string usedMember) => Type == usedType && (Member.Length == 0 || Member == usedMember);
}

/// <summary>The habits, as measured on .NET 10.0.12. Both the host, which reads them from metadata, and the analyzer of the contract's package are compiled with this file.</summary>
internal static class KnownHabits
{
    public static KnownHabit[] All { get; } =
    [
        new(KnownHabit.Json, "", HabitWarning.Always, "serialises by reflection unless given a source-generated context, and the framework caches what it reflected"),
        new("System.ComponentModel.TypeDescriptor", "", HabitWarning.Always, "caches every type it is shown for the life of the process"),
        new("System.ComponentModel.DataAnnotations.Validator", "", HabitWarning.Always, "caches the attributes of every type it validates"),
        new(KnownHabit.Dynamic, "", HabitWarning.Always, "is what 'dynamic' compiles to, and caches the types it binds"),
        new("System.Reflection.DispatchProxy", "Create", HabitWarning.Always, "holds on to the context of a proxy type of the plugin's own"),
        new("System.AppDomain", "add_ProcessExit", HabitWarning.Always, "is an event of the process, and keeps its handler"),
        new("System.AppDomain", "add_UnhandledException", HabitWarning.Always, "is an event of the process, and keeps its handler"),
        new("System.Runtime.Loader.AssemblyLoadContext", "add_Resolving", HabitWarning.Always, "is an event of the host, and keeps its handler"),
        new("System.Threading.Timer", ".ctor", HabitWarning.UnlessOwned, "keeps firing until it is disposed; hand it to IPluginContext.Own"),
        new("System.Threading.PeriodicTimer", ".ctor", HabitWarning.UnlessOwned, "keeps its loop alive until it is disposed; hand it to IPluginContext.Own"),
        new("System.Threading.Thread", ".ctor", HabitWarning.Never, "keeps everything on its stack alive until it ends"),
        new("System.Threading.ThreadPool", "RegisterWaitForSingleObject", HabitWarning.Always, "keeps its callback until it is unregistered"),
        new("System.Threading.CancellationToken", "Register", HabitWarning.Never, "keeps its callback as long as the token's source lives"),
        new("System.Runtime.InteropServices.GCHandle", "Alloc", HabitWarning.Always, "keeps what it points to until it is freed"),
        new("System.Diagnostics.Metrics.Meter", "CreateObservableGauge", HabitWarning.Never, "is listed by the process until the meter is disposed"),
        new("System.Diagnostics.ActivitySource", "AddActivityListener", HabitWarning.Never, "keeps the listener until it is disposed"),
        new("System.Xml.Serialization.XmlSerializer", ".ctor", HabitWarning.Never, "fails on collections of the plugin's own types, and keeps them"),
        new("Microsoft.EntityFrameworkCore.DbContext", "", HabitWarning.Always, "caches services by the type of the context; a plugin that uses it cannot be unloaded"),
        new("Microsoft.Data.Sqlite.SqliteConnection", "", HabitWarning.Always, "shipped privately, cannot be unloaded; leave the database to the host"),
        new("System.Threading.AsyncLocal`1", "", HabitWarning.Never, "set on a thread of the host in synchronous code, stays with that thread"),
    ];
}
