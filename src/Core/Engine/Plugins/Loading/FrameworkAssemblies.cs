using System.Collections.Frozen;
using System.Reflection;

namespace Clientele.Plugins;

/// <summary>The assemblies of the shared frameworks this process runs on, which every plugin shares whatever it ships.</summary>
internal static class FrameworkAssemblies
{
    private static readonly FrozenDictionary<string, string> Files = Find();

    public static bool Contains(string simpleName) => Files.ContainsKey(simpleName);

    /// <summary>Whether the framework has an assembly in the version asked for or a newer one.</summary>
    // Reads the file only where a version looks too new, which no plugin built for this framework asks for.
    public static bool Satisfies(AssemblyName reference) =>
        reference.Version is not { } version || version.Major <= Environment.Version.Major || AssemblyName.GetAssemblyName(Files[reference.Name!]).Version >= version;

    private static FrozenDictionary<string, string> Find()
    {
        var trusted = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location) ?? "";
        var selfContained = runtime.Length == 0 || Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory) == runtime;
        return trusted
            .Where(file => selfContained ? IsFrameworkName(Path.GetFileNameWithoutExtension(file)) : IsInFrameworkFolder(file, runtime))
            .DistinctBy(Path.GetFileNameWithoutExtension, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(file => Path.GetFileNameWithoutExtension(file), StringComparer.OrdinalIgnoreCase);
    }

    // …/shared/Microsoft.NETCore.App/10.0.12/System.Runtime.dll
    private static bool IsInFrameworkFolder(string file, string runtime)
    {
        var folder = Path.GetDirectoryName(file)!;
        return folder == runtime || Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(folder))) == "shared";
    }

    // A self-contained host keeps the framework among its own files, where only the name tells them apart.
    private static bool IsFrameworkName(string name) =>
        name is "mscorlib" or "netstandard" or "WindowsBase" or "System" or "Microsoft.CSharp"
        || name.StartsWith("System.", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.VisualBasic", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.Win32.", StringComparison.Ordinal);
}
