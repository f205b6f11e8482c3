using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Clientele.Benchmarks.Plugins;

/// <summary>Makes folders of plugins as a build leaves them: an assembly of its own each, a manifest, the files the build writes beside it, and templates.</summary>
internal static class PluginFarm
{
    /// <summary>Registers and starts as little as a plugin can, so that what remains is the loader's.</summary>
    public const string Small = """
        using System; using System.Threading; using System.Threading.Tasks; using Clientele;
        [assembly: System.Runtime.Versioning.TargetFramework(".NETCoreApp,Version=v10.0")]
        namespace Bench;
        public sealed class Plugin : IPlugin, IPluginLifecycle
        {
            public void Configure(IPluginBuilder builder) { }
            public ValueTask StartAsync(IPluginContext context, CancellationToken cancellationToken) => default;
            public ValueTask StopAsync(CancellationToken cancellationToken) => default;
        }
        """;

    /// <summary>Registers what an industry does: every kind of record once or twice, and a computation.</summary>
    public const string Industry = """
        using System; using System.Collections.Generic; using System.Threading; using System.Threading.Tasks; using Clientele;
        [assembly: System.Runtime.Versioning.TargetFramework(".NETCoreApp,Version=v10.0")]
        namespace Bench;
        public sealed class Plugin : IPlugin, IPluginLifecycle
        {
            public void Configure(IPluginBuilder builder)
            {
                var p = builder.Prefix;
                builder
                    .Attributes(new AttributeDefinition { Name = p + ".class", Title = new("Class", "类别"), Kind = ValueKind.Choice, Choices = [new("a", new("A", "甲")), new("b", new("B", "乙"))] })
                    .TouchpointKinds(new TouchpointKind { Name = p + ".visit", Title = new("Visit", "拜访"), Roles = TouchpointRoles.Contact }, new TouchpointKind { Name = p + ".sale", Title = new("Sale", "成交"), Roles = TouchpointRoles.Sale })
                    .Measures(
                        new FactMeasure { Name = p + ".sales", Title = new("Sales", "成交额"), Aggregate = Aggregate.Sum, Kinds = [p + ".sale"] },
                        new ComputedMeasure { Name = p + ".score", Title = new("Score", "得分"), Reads = [p + ".sales"], Computation = new Score(p) })
                    .Schemes(new RuleScheme { Name = p + ".scheme", Title = new("Scheme", "分类"), Rules = [new("key", new("Key", "重点"), p + ".score >= 2 && " + p + ".class == 'a'"), new("other", new("Other", "其他"))] })
                    .Policies(new CadencePolicy { Name = p + ".care", Title = new("Visit", "回访"), Scheme = p + ".scheme", EveryDays = new Dictionary<string, int> { ["key"] = 30, ["other"] = 90 } })
                    .Letters(new LetterDefinition { Name = p + ".letter", Title = new("Letter", "函"), Template = "letter", Policy = p + ".care" });
            }
            public ValueTask StartAsync(IPluginContext context, CancellationToken cancellationToken) { context.Own(new Timer(_ => { }, null, 60_000, 60_000)); return default; }
            public ValueTask StopAsync(CancellationToken cancellationToken) => default;
        }
        internal sealed class Score(string prefix) : IMeasureComputation
        {
            public MeasureResult Compute(MeasureInput input) => input.Number(prefix + ".sales") is { } sales ? MeasureResult.Of(sales / 1000) : MeasureResult.Of(0);
        }
        """;

    public static string Make(string root, int count, string source = Industry)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file) is "System.Private.CoreLib.dll" or "System.Runtime.dll" or "System.Threading.dll" or "System.Collections.dll" or "System.ComponentModel.dll" or "Clientele.Abstractions.dll" or "Microsoft.Extensions.DependencyInjection.Abstractions.dll" or "Microsoft.Extensions.Logging.Abstractions.dll")
            .Select(file => MetadataReference.CreateFromFile(file)).ToList();
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview));
        for (var n = 0; n < count; n++)
        {
            var folder = Path.Combine(root, $"bench.p{n:000}");
            Directory.CreateDirectory(Path.Combine(folder, "templates", "letters"));
            var name = $"Bench.P{n:000}";
            var result = CSharpCompilation.Create(name, [tree], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, concurrentBuild: false)).Emit(Path.Combine(folder, name + ".dll"));
            if (!result.Success)
            {
                throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Take(5)));
            }

            Write(folder, "plugin.json", $$"""{ "schemaVersion": 1, "id": "bench.p{{n:000}}", "version": "1.0.0", "name": { "en": "Bench", "zh": "测试" }, "prefix": "p{{n:000}}", "entryAssembly": "{{name}}.dll", "entryType": "Bench.Plugin", "contract": "[0.1.0,0.2.0)", "dependencies": [] }""");
            Write(folder, name + ".deps.json", $$"""{ "runtimeTarget": { "name": ".NETCoreApp,Version=v10.0", "signature": "" }, "targets": { ".NETCoreApp,Version=v10.0": { "{{name}}/1.0.0": { "runtime": { "{{name}}.dll": {} } } } }, "libraries": { "{{name}}/1.0.0": { "type": "project", "serviceable": false, "sha512": "" } } }""");
            Write(folder, name + ".runtimeconfig.json", """{ "runtimeOptions": { "tfm": "net10.0", "framework": { "name": "Microsoft.NETCore.App", "version": "10.0.0" } } }""");
            Write(folder, "templates/letters/letter.en.md", "# Hello\n\nDear {{ client.name }}.\n");
            Write(folder, "templates/letters/letter.zh-CN.md", "# 您好\n\n{{ client.name }}。\n");
        }

        return root;
    }

    private static void Write(string folder, string file, string text) => File.WriteAllText(Path.Combine(folder, file), text);
}
