using System.Reflection.Metadata;

namespace Clientele.Plugins;

/// <summary>Finds in a plugin's assemblies, from metadata, what was measured to keep a plugin from being unloaded.</summary>
internal static class UnloadHabits
{
    // A type, or a type and a member, and why it matters. Measured on .NET 10.0.12.
    private static readonly (string Type, string Member, string Why)[] Known =
    [
        ("System.Text.Json.JsonSerializer", "", "serialises by reflection unless given a source-generated context, and the framework caches what it reflected"),
        ("System.ComponentModel.TypeDescriptor", "", "caches every type it is shown for the life of the process"),
        ("System.ComponentModel.DataAnnotations.Validator", "", "caches the attributes of every type it validates"),
        ("Microsoft.CSharp.RuntimeBinder.Binder", "", "is what 'dynamic' compiles to, and caches the types it binds"),
        ("System.Reflection.DispatchProxy", "Create", "holds on to the context of a proxy type of the plugin's own"),
        ("System.AppDomain", "add_ProcessExit", "is an event of the process, and keeps its handler"),
        ("System.AppDomain", "add_UnhandledException", "is an event of the process, and keeps its handler"),
        ("System.Runtime.Loader.AssemblyLoadContext", "add_Resolving", "is an event of the host, and keeps its handler"),
        ("System.Threading.Timer", ".ctor", "keeps firing until it is disposed; hand it to IPluginContext.Own"),
        ("System.Threading.PeriodicTimer", ".ctor", "keeps its loop alive until it is disposed; hand it to IPluginContext.Own"),
        ("System.Threading.Thread", ".ctor", "keeps everything on its stack alive until it ends"),
        ("System.Threading.ThreadPool", "RegisterWaitForSingleObject", "keeps its callback until it is unregistered"),
        ("System.Threading.CancellationToken", "Register", "keeps its callback as long as the token's source lives"),
        ("System.Runtime.InteropServices.GCHandle", "Alloc", "keeps what it points to until it is freed"),
        ("System.Diagnostics.Metrics.Meter", "CreateObservableGauge", "is listed by the process until the meter is disposed"),
        ("System.Diagnostics.ActivitySource", "AddActivityListener", "keeps the listener until it is disposed"),
        ("System.Xml.Serialization.XmlSerializer", ".ctor", "fails on collections of the plugin's own types, and keeps them"),
        ("Microsoft.EntityFrameworkCore.DbContext", "", "caches services by the type of the context; a plugin that uses it cannot be unloaded"),
        ("Microsoft.Data.Sqlite.SqliteConnection", "", "shipped privately, cannot be unloaded; leave the database to the host"),
        ("System.Threading.AsyncLocal`1", "", "set on a thread of the host in synchronous code, stays with that thread"),
    ];

    public static List<string> In(string folder)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.dll") : [])
        {
            using var image = PluginImage.Open(file, out _);
            if (image is not null)
            {
                Look(image.Metadata, Path.GetFileName(file), found);
            }
        }

        return [.. found];
    }

    private static void Look(MetadataReader reader, string file, SortedSet<string> found)
    {
        foreach (var member in reader.MemberReferences.Select(reader.GetMemberReference))
        {
            var type = member.Parent.Kind switch
            {
                HandleKind.TypeReference => SignatureText.Name(reader, (TypeReferenceHandle)member.Parent),
                HandleKind.TypeSpecification => SignatureText.Instance.GetTypeFromSpecification(reader, null, (TypeSpecificationHandle)member.Parent, 0).Split('<')[0],
                _ => "",
            };
            var name = reader.GetString(member.Name);
            foreach (var habit in Known.Where(habit => habit.Type == type && (habit.Member.Length == 0 || habit.Member == name)))
            {
                found.Add($"{file} uses {type}{(habit.Member.Length == 0 ? "" : "." + habit.Member.TrimStart('.'))}, which {habit.Why}.");
            }
        }
    }
}
