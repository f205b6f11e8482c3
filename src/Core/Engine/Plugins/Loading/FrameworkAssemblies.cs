using System.Collections.Frozen;

namespace Clientele.Plugins;

/// <summary>The assemblies of the shared frameworks this process runs on, which every plugin shares whatever it ships.</summary>
internal static class FrameworkAssemblies
{
    private static readonly FrozenSet<string> Names = Find();

    public static bool Contains(string simpleName) => Names.Contains(simpleName);

    private static FrozenSet<string> Find()
    {
        var trusted = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location) ?? "";
        var selfContained = runtime.Length == 0 || Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory) == runtime;
        return trusted
            .Where(file => selfContained ? IsFrameworkName(Path.GetFileNameWithoutExtension(file)) : IsInFrameworkFolder(file, runtime))
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
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
