using System.Collections;
using System.Reflection;

namespace Clientele.Templating;

/// <summary>What a template may read: a tree of names that <see cref="Template.Check"/> compares a template with.</summary>
/// <remarks>Built by one thread, then read by any. A name without names below it is open: its members are not checked.</remarks>
public sealed class ModelSchema
{
    private readonly Dictionary<string, ModelSchema> _members = new(StringComparer.Ordinal);

    /// <summary>Whether members below are not checked.</summary>
    public bool IsOpen => _members.Count == 0;

    /// <summary>The names at this level.</summary>
    public IReadOnlyCollection<string> Names => _members.Keys;

    /// <summary>The schema of a .NET type: its public properties under their template names, and theirs, a few levels deep.</summary>
    /// <param name="type">The type of the model.</param>
    /// <returns>The schema.</returns>
    public static ModelSchema Of(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var schema = new ModelSchema();
        schema.Describe(type, levels: 6);
        return schema;
    }

    /// <summary>Declares a path such as <c>client.name</c>; for a list, the path goes on with the members of its items.</summary>
    /// <param name="path">Names separated by dots.</param>
    /// <returns>This schema.</returns>
    public ModelSchema Add(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var node = this;
        foreach (var name in path.Split('.'))
        {
            node = node.Member(name);
        }

        return this;
    }

    internal bool TryGet(string name, out ModelSchema member) => _members.TryGetValue(name, out member!);

    private ModelSchema Member(string name)
    {
        if (!_members.TryGetValue(name, out var member))
        {
            _members[name] = member = new ModelSchema();
        }

        return member;
    }

    private void Describe(Type type, int levels)
    {
        var element = Element(type);
        if (levels == 0 || element.IsPrimitive || element.IsEnum || element.Namespace?.StartsWith("System", StringComparison.Ordinal) == true)
        {
            return;
        }

        foreach (var property in element.GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            if (property.CanRead && property.GetIndexParameters().Length == 0)
            {
                Member(MemberName.Of(property.Name)).Describe(property.PropertyType, levels - 1);
            }
        }
    }

    private static Type Element(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string) || typeof(IDictionary).IsAssignableFrom(type))
        {
            return typeof(string);
        }

        var sequence = type.GetInterfaces().Append(type)
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>));
        return sequence?.GetGenericArguments()[0] ?? type;
    }
}
