using System.Reflection;
using System.Text;

namespace Clientele.Tests;

/// <summary>Prints every public type and member of an assembly, so that a change of the contract is a reviewed diff.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append($"{Kind(type)} {type.FullName}{Bases(type)}\n");
            foreach (var line in type.GetMembers(Declared).Where(Visible).Select(Signature).Order(StringComparer.Ordinal))
            {
                text.Append($"  {line}\n");
            }
        }

        return text.ToString();
    }

    private static bool Visible(MemberInfo member) => member switch
    {
        MethodInfo { IsSpecialName: true } method when !method.Name.StartsWith("op_", StringComparison.Ordinal) => false,
        MethodBase method => (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) && !method.Name.Contains('<'),
        FieldInfo field => field.IsPublic || field.IsFamily,
        PropertyInfo property => property.GetAccessors(nonPublic: false).Length > 0,
        EventInfo => true,
        Type => false,
        _ => false,
    };

    private static string Signature(MemberInfo member) => member switch
    {
        PropertyInfo property =>
            $"{property} {{{(property.CanRead ? " get;" : "")}{(property.SetMethod is { IsPublic: true } set ? set.ReturnParameter.GetRequiredCustomModifiers().Length > 0 ? " init;" : " set;" : "")} }}",
        MethodBase { IsStatic: true } => $"static {Parameters((MethodBase)member)}",
        MethodBase method => Parameters(method),
        FieldInfo { IsLiteral: true } field => $"const {field} = {field.GetRawConstantValue()}",
        _ => member.ToString()!,
    };

    private static string Parameters(MethodBase method)
    {
        var list = method.GetParameters().Select(p => $"{p.ParameterType} {p.Name}{(p.HasDefaultValue ? $" = {p.DefaultValue ?? "default"}" : "")}");
        var returns = method is MethodInfo info ? $"{info.ReturnType} " : "";
        return $"{returns}{method.Name}({string.Join(", ", list)})";
    }

    private static string Bases(Type type)
    {
        var names = new List<string>();
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum))
        {
            names.Add(parent.ToString());
        }

        names.AddRange(type.GetInterfaces().Where(i => i.Namespace?.StartsWith("Clientele", StringComparison.Ordinal) == true).Select(i => i.ToString()).Order(StringComparer.Ordinal));
        return names.Count == 0 ? "" : $" : {string.Join(", ", names)}";
    }

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsSealed: true } => "sealed class",
        { IsAbstract: true } => "abstract class",
        _ => "class",
    };
}
