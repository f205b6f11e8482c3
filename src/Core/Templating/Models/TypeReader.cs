using System.Collections.Frozen;
using System.Reflection;

namespace Clientele.Templating;

/// <summary>What templates can read of a .NET type: its public properties and fields, under their template names, through compiled getters.</summary>
internal sealed class TypeReader
{
    private readonly FrozenDictionary<string, MemberReader> _members;
    private readonly List<string> _names = [];

    public TypeReader(Type type)
    {
        var members = new Dictionary<string, MemberReader>(StringComparer.Ordinal);
        foreach (var member in type.GetMembers(BindingFlags.Instance | BindingFlags.Public).OrderBy(m => m.MetadataToken))
        {
            var reader = member switch
            {
                PropertyInfo { CanRead: true, GetMethod.IsPublic: true } property when property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike
                    && !property.PropertyType.IsByRef && !property.PropertyType.IsPointer => MemberReader.For(type, property),
                FieldInfo field => new FieldReader(type, field),
                _ => null,
            };
            if (reader is null)
            {
                continue;
            }

            var name = MemberName.Of(member.Name);
            if (members.TryAdd(name, reader))
            {
                _names.Add(name);
            }
        }

        _members = members.ToFrozenDictionary(StringComparer.Ordinal);

        foreach (var (module, bit) in Builtins.ModuleBits)
        {
            ShadowedModules |= _members.ContainsKey(module) ? bit : 0;
        }

        // A record's own text is C# notation, and an object's is its type: neither is meant for a reader of letters.
        var toString = type.GetMethod(nameof(ToString), Type.EmptyTypes);
        HasOwnText = toString is not null && toString.DeclaringType != typeof(object) && toString.DeclaringType != typeof(ValueType)
            && type.GetMethod("<Clone>$") is null && !Attribute.IsDefined(toString, typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute))
            && !type.Name.StartsWith("<>", StringComparison.Ordinal);
    }

    public IReadOnlyList<string> Names => _names;

    public bool HasOwnText { get; }

    /// <summary>The builtin modules that a member of the type shadows.</summary>
    public int ShadowedModules { get; }

    public MemberReader? Find(string name) => _members.GetValueOrDefault(name);

    public bool TryGet(RenderState state, object target, string name, out Value value)
    {
        if (!_members.TryGetValue(name, out var reader))
        {
            value = Value.Null;
            return false;
        }

        value = reader.Read(state, target);
        return true;
    }
}
