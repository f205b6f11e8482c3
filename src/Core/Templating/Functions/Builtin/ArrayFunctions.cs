namespace Clientele.Templating;

/// <summary>The module <c>array</c>.</summary>
internal static class ArrayFunctions
{
    public static BuiltinModule Module()
    {
        var module = new ModuleBuilder("array");
        ArrayEdits.AddTo(module);
        ArrayQueries.AddTo(module);
        ArraySequences.AddTo(module);
        ArraySorting.AddTo(module);
        return module.Build();
    }
}
