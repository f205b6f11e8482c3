using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Clientele.Tests.Plugins;

/// <summary>Compiles a plugin from source, so that a test shows in a few lines what its plugin does.</summary>
internal static class PluginCompiler
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Threading; global using System.Threading.Tasks; global using Clientele;";

    /// <summary>What a plugin may compile against.</summary>
    public static IReadOnlyList<MetadataReference> Offered => References.Value;

    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => IsOffered(Path.GetFileNameWithoutExtension(file)))
            .Select(file => MetadataReference.CreateFromFile(file)),
    ]);

    public static void Compile(string source, string file, params IReadOnlyList<MetadataReference> more) => Compile(source, file, [], more);

    public static void Compile(string source, string file, ResourceDescription resource) => Compile(source, file, [resource], []);

    private static void Compile(string source, string file, IReadOnlyList<ResourceDescription> resources, IReadOnlyList<MetadataReference> more)
    {
        var compilation = Compilation(Usings, source, Path.GetFileNameWithoutExtension(file), [.. References.Value, .. more]);
        var result = compilation.Emit(file, manifestResources: resources);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
    }

    /// <summary>Compiles against exactly the given references, such as another contract than the host's.</summary>
    public static CSharpCompilation Bare(string source, string name, IEnumerable<MetadataReference> references) =>
        Compilation(source.Contains("IPlugin", StringComparison.Ordinal) ? Usings : "", source, name, references);

    private static CSharpCompilation Compilation(string usings, string source, string name, IEnumerable<MetadataReference> references)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Preview);
        return CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(usings, parse), CSharpSyntaxTree.ParseText(source, parse)],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, concurrentBuild: false, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
    }

    // A plugin sees the framework and the contract; the rest of what the tests run on is none of its business.
    private static bool IsOffered(string name) =>
        name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard" or "mscorlib" or "System" or "Microsoft.CSharp"
            or "Clientele.Abstractions" or "Microsoft.Extensions.DependencyInjection.Abstractions" or "Microsoft.Extensions.Logging.Abstractions";
}
