using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Clientele.Templating.Tests;

/// <summary>What a model may be made of.</summary>
public sealed class ModelTests
{
    [Theory]
    [MemberData(nameof(Models))]
    public void Whatever_has_names_is_a_model(object model) => Assert.Equal("Ada 12.50", Render.Text("{{ name }} {{ amount | math.format 'N2' }}", model));

    [Fact]
    public void A_struct_is_read_where_it_is_met() => Assert.Equal(
        "1,2 3,4 Ada", Render.Text("{{ for p in points; p.left; ','; p.right; ' '; end; owner.name }}", new { Points = new[] { new Pair(1, 2), new Pair(3, 4) }, Owner = new Owner("Ada", 1) }));

    [Fact]
    public void A_type_is_not_held_after_its_objects_are_gone()
    {
        var template = Render.Engine().Compile("{{ name }}{{ name | string.upcase }}", "t");
        var type = RenderUnloadable(template);
        for (var i = 0; i < 20 && type.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(type.IsAlive);
        Assert.Equal("AdaADA", template.Render(new { Name = "Ada" }));
    }

    public static TheoryData<object> Models() =>
    [
        new { Name = "Ada", Amount = 12.5m },
        new Owner("Ada", 12.5m),
        new Dictionary<string, object?> { ["name"] = "Ada", ["amount"] = 12.5m },
        new System.Collections.Hashtable { ["name"] = "Ada", ["amount"] = 12.5 },
        JsonDocument.Parse("{\"name\": \"Ada\", \"amount\": 12.5}").RootElement,
    ];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RenderUnloadable(Template template)
    {
        var module = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Passing"), AssemblyBuilderAccess.RunAndCollect).DefineDynamicModule("m");
        var type = module.DefineType("Client", TypeAttributes.Public);
        var getter = type.DefineMethod("get_Name", MethodAttributes.Public, typeof(string), Type.EmptyTypes);
        getter.GetILGenerator().Emit(OpCodes.Ldstr, "Ada");
        getter.GetILGenerator().Emit(OpCodes.Ret);
        type.DefineProperty("Name", PropertyAttributes.None, typeof(string), null).SetGetMethod(getter);
        var created = type.CreateType();
        Assert.Equal("AdaADA", template.Render(Activator.CreateInstance(created)!));
        return new WeakReference(created);
    }

    private readonly record struct Pair(int Left, int Right);

    private readonly struct Owner(string name, decimal amount)
    {
        public string Name { get; } = name;

        public decimal Amount { get; } = amount;
    }
}
