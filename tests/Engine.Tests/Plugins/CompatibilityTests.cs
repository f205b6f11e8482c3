using System.Reflection;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using Clientele.Plugins;
using Microsoft.CodeAnalysis;

namespace Clientele.Tests.Plugins;

public sealed class CompatibilityTests : IDisposable
{
    private const string NewerContract = """
        [assembly: System.Reflection.AssemblyVersion("9.9.9.0")]
        namespace Clientele
        {
            public interface IPluginBuilder { string Prefix { get; } int Brightness { get; } }
            public interface IPlugin { void Configure(IPluginBuilder builder); }
            public sealed class Holiday { }
        }
        """;

    private readonly PluginDirectory _plugins = new();

    public void Dispose() => _plugins.Dispose();

    [Fact]
    [Trait("Scenario", "15")]
    public void Judging_a_plugin_runs_none_of_its_code_and_loads_none_of_its_assemblies()
    {
        var marker = Path.Combine(_plugins.Root, "marker");
        _plugins.Add("test.eager", outside: $$"""
            internal static class Eager
            {
                [System.Runtime.CompilerServices.ModuleInitializer] internal static void Run() => System.IO.File.WriteAllText("{{marker}}", "ran");
            }
            """);

        Assert.Equal(PluginState.Running, Assert.Single(PluginLoader.Inspect(_plugins.Options).Plugins).State);

        Assert.False(File.Exists(marker));
        Assert.DoesNotContain(AppDomain.CurrentDomain.GetAssemblies(), assembly => assembly.GetName().Name == "Fixture.test.eager");
        Assert.Equal(PluginState.Running, Assert.Single(_plugins.Load().Plugins).State);
        Assert.True(File.Exists(marker));
    }

    [Theory]
    [InlineData(".NETCoreApp,Version=v11.0", false)]
    [InlineData(".NETFramework,Version=v4.8", false)]
    [InlineData(".NETCoreApp,Version=v10.0", true)]
    [InlineData(".NETStandard,Version=v2.0", true)]
    [Trait("Scenario", "21")]
    public void A_plugin_built_for_a_framework_the_host_is_not_is_refused_before_it_is_loaded(string framework, bool runs)
    {
        _plugins.Add("test.target", head: $$"""[assembly: System.Runtime.Versioning.TargetFramework("{{framework}}")] """);

        AssertJudged(runs, PluginCodes.TargetFramework);
    }

    [Theory]
    [InlineData("Microsoft.AspNetCore.Nonsense", "10.0.0", false)]
    [InlineData("Microsoft.NETCore.App", "10.99.0", false)]
    [InlineData("Microsoft.NETCore.App", "10.0.0", true)]
    [Trait("Scenario", "22")]
    public void A_shared_framework_that_the_host_lacks_is_found_in_the_runtimeconfig(string name, string version, bool runs)
    {
        var folder = _plugins.Add("test.web");
        File.WriteAllText(Path.Combine(folder, "Fixture.test.web.runtimeconfig.json"), $$"""{ "runtimeOptions": { "framework": { "name": "{{name}}", "version": "{{version}}" } } }""");

        AssertJudged(runs, PluginCodes.SharedFrameworkMissing);
    }

    [Fact]
    [Trait("Scenario", "23")]
    public void Native_truncated_and_32_bit_images_are_refused_with_one_code()
    {
        var source = File.ReadAllBytes(Path.Combine(_plugins.Add("test.whole"), "Fixture.test.whole.dll"));
        Plant("test.truncated", source[..(source.Length / 3)]);
        Plant("test.native", File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, OperatingSystem.IsWindows() ? "coreclr.dll" : "libcoreclr.so")));
        Plant("test.narrow", Narrow(source));

        var set = _plugins.Load();

        Assert.All(set.Plugins.Where(plugin => plugin.Id != "test.whole"), plugin => Assert.Equal(PluginCodes.NotManagedImage, Assert.Single(plugin.Diagnostics).Code));
        Assert.Equal(PluginState.Running, set.Find("test.whole")!.State);
    }

    [Theory]
    [InlineData("plan9-x64", false)]
    [InlineData("win-x64", false)]
    [InlineData("", true)]
    [Trait("Scenario", "24")]
    public void A_build_for_another_machine_is_refused(string rid, bool runs)
    {
        if (rid.StartsWith("win", StringComparison.Ordinal) && OperatingSystem.IsWindows())
        {
            rid = "linux-x64";
        }

        var folder = _plugins.Add("test.rid");
        var target = ".NETCoreApp,Version=v10.0" + (rid.Length > 0 ? "/" + rid : "");
        File.WriteAllText(Path.Combine(folder, "Fixture.test.rid.deps.json"), $$"""{ "runtimeTarget": { "name": "{{target}}" }, "targets": { "{{target}}": { } } }""");

        AssertJudged(runs || rid == RuntimeInformation.RuntimeIdentifier, PluginCodes.RuntimeIdentifier);
    }

    [Fact]
    [Trait("Scenario", "25")]
    public void Members_that_the_contract_of_the_host_lacks_are_listed_and_the_plugin_is_never_loaded()
    {
        CompileAgainst(NewerContract, "test.ahead", "var holiday = new Holiday(); if (builder.Brightness > 3) throw new Exception();");

        var plugin = Assert.Single(_plugins.Load().Plugins);

        var diagnostic = Assert.Single(plugin.Diagnostics);
        Assert.Equal((PluginCodes.ContractMembersMissing, PluginStage.Validate), (diagnostic.Code, diagnostic.Stage));
        Assert.Equal("It uses Clientele.Holiday, Clientele.IPluginBuilder.get_Brightness, which the contract of this host does not have.", diagnostic.Message);
    }

    [Fact]
    [Trait("Scenario", "26")]
    [Trait("Scenario", "38")]
    public void A_plugin_built_against_a_newer_contract_that_uses_only_old_members_binds_to_the_hosts()
    {
        CompileAgainst(NewerContract, "test.ahead", """if (builder.Prefix != "ahead") throw new Exception();""");

        var plugin = Assert.Single(_plugins.Load().Plugins);

        Assert.Equal([], plugin.Diagnostics);
        Assert.Equal(PluginState.Running, plugin.State);
    }

    [Theory]
    [InlineData("int Added() => 42;", "42")]
    [InlineData("int Added();", "Method 'Added' in type 'Old.Worker'")]
    [Trait("Scenario", "27")]
    [Trait("Scenario", "28")]
    public void A_contract_may_gain_a_default_member_and_an_abstract_one_is_named_where_it_is_missed(string added, string expected)
    {
        static string Contract(string version, string more) =>
            $$"""[assembly: System.Reflection.AssemblyVersion("{{version}}.0.0.0")] namespace Contract { public interface IWork { int Old(); {{more}} } }""";
        var folder = _plugins.AddFolder("worker");
        var older = Compiled("Contract", Contract("1", ""));
        var newer = Path.Combine(_plugins.AddFolder("host"), "Contract.dll");
        PluginCompiler.Compile(Contract("2", added), newer);
        PluginCompiler.Compile("namespace Old { public sealed class Worker : Contract.IWork { int Contract.IWork.Old() => 1; } }", Path.Combine(folder, "Worker.dll"), older);

        // A context of its own stands for the host, whose contract is newer than the one the worker was compiled against.
        var host = new System.Runtime.Loader.AssemblyLoadContext("host", isCollectible: true);
        var shared = SharedAssemblies.Of(host.LoadFromAssemblyPath(newer));
        var context = new PluginLoadContext("worker", Path.Combine(folder, "Worker.dll"), shared, collectible: true);
        var assembly = context.LoadFromAssemblyPath(Path.Combine(folder, "Worker.dll"));

        var outcome = Record.Exception(assembly.GetTypes) is ReflectionTypeLoadException error
            ? Failure.From(error, "", "", []).Message
            : shared.Find("Contract")!.GetType("Contract.IWork")!.GetMethod("Added")!.Invoke(Activator.CreateInstance(assembly.GetType("Old.Worker")!), null)!.ToString()!;

        Assert.Contains(expected, outcome, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Scenario", "48")]
    public void A_file_that_the_deps_file_lists_and_the_folder_lacks_is_named_before_the_first_call()
    {
        var folder = _plugins.Add("test.short");
        File.WriteAllText(Path.Combine(folder, "Fixture.test.short.deps.json"), """
            { "runtimeTarget": { "name": ".NETCoreApp,Version=v10.0" },
              "targets": { ".NETCoreApp,Version=v10.0": { "Dapper/2.0.0": { "runtime": { "lib/net10.0/Dapper.dll": { } } } } } }
            """);

        var diagnostic = Assert.Single(_plugins.Load().Diagnostics);

        Assert.Equal((PluginCodes.AssemblyMissing, "Its .deps.json lists Dapper.dll, which is not in its folder."), (diagnostic.Code, diagnostic.Message));
    }

    [Fact]
    [Trait("Scenario", "49")]
    public void A_damaged_deps_file_is_reported_with_where_it_is_damaged()
    {
        File.WriteAllText(Path.Combine(_plugins.Add("test.damaged"), "Fixture.test.damaged.deps.json"), "{ \"runtimeTarget\": ");

        var diagnostic = Assert.Single(_plugins.Load().Diagnostics);

        Assert.Equal(PluginCodes.DepsFileInvalid, diagnostic.Code);
        Assert.Contains("LineNumber: 0", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_that_is_nowhere_is_named_before_the_first_call()
    {
        var folder = _plugins.AddManifest("test.needy");
        PluginCompiler.Compile(PluginDirectory.Source("Nowhere.Facts.Go();"), Path.Combine(folder, "Fixture.test.needy.dll"), Compiled("Nowhere", "namespace Nowhere { public static class Facts { public static void Go() { } } }"));

        var diagnostic = Assert.Single(_plugins.Load().Diagnostics);

        Assert.Equal((PluginCodes.AssemblyMissing, "It needs Nowhere, which is neither in its folder nor shared by the host."), (diagnostic.Code, diagnostic.Message));
    }

    private void CompileAgainst(string contract, string id, string configure)
    {
        var file = Path.Combine(_plugins.AddManifest(id), $"Fixture.{id}.dll");
        var framework = MetadataReference.CreateFromFile(typeof(object).Assembly.Location);
        var reference = CompilationOf("Clientele.Abstractions", contract, framework).ToMetadataReference();
        using var stream = File.Create(file);
        var result = CompilationOf(Path.GetFileNameWithoutExtension(file), PluginDirectory.Source(configure), framework, reference).Emit(stream);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
    }

    private static Microsoft.CodeAnalysis.CSharp.CSharpCompilation CompilationOf(string name, string source, params MetadataReference[] references) =>
        PluginCompiler.Bare(source, name, references);

    private static MetadataReference Compiled(string name, string source) =>
        CompilationOf(name, source, MetadataReference.CreateFromFile(typeof(object).Assembly.Location)).ToMetadataReference();

    private void Plant(string id, byte[] image) => File.WriteAllBytes(Path.Combine(_plugins.AddManifest(id), $"Fixture.{id}.dll"), image);

    private static byte[] Narrow(byte[] image)
    {
        var headers = new PEHeaders(new MemoryStream(image));
        var narrow = image.ToArray();
        narrow[headers.CorHeaderStartOffset + 16] |= (byte)CorFlags.Requires32Bit;
        return narrow;
    }

    private void AssertJudged(bool runs, string code)
    {
        var plugin = Assert.Single(PluginLoader.Inspect(_plugins.Options).Plugins);
        Assert.Equal(runs ? [] : [code], plugin.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Equal(runs ? PluginState.Running : PluginState.Rejected, plugin.State);
    }
}
