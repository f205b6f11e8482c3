using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Clientele.Templating;

/// <summary>
/// Reads the caller's model: dictionaries, lists, JSON and plain .NET objects, never writing to it. What is learned about a type is kept
/// with the type, weakly, so that the types of an unloaded plugin are not held.
/// </summary>
internal sealed class ModelAccess
{
    private readonly ConditionalWeakTable<Type, TypeReader> _types = [];

    public static Value ToValue(RenderState state, object? value) => value switch
    {
        null => Value.Null,
        string text => Value.Of(text),
        bool flag => Value.Of(flag),
        int number => Value.Of(number),
        long number => Value.Of(number),
        double number => Value.Of(number),
        decimal number => Value.Of(number),
        DateTime date => Value.Of(date),
        _ when state is not null && ReferenceEquals(value.GetType(), state.LastPlainType) => Value.OfObject(value),
        _ => ToValueRare(state!, value),
    };

    /// <summary>Whether objects of a type are seen as objects with members and nothing else.</summary>
    public static bool IsPlain(Type type) => !type.IsEnum && type != typeof(string) && !typeof(IEnumerable).IsAssignableFrom(type)
        && !typeof(JsonDocument).IsAssignableFrom(type) && type.Assembly != typeof(ModelAccess).Assembly && type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true;

    /// <summary>Whether an object is a set of named values, rather than a thing with properties.</summary>
    public static bool IsDictionary(object model) =>
        model is TemplateObject or GlobalScope or BuiltinModule or IDictionary or IReadOnlyDictionary<string, object?> or JsonElement
        || (model is OverlaidObject overlaid && IsDictionary(overlaid.Original));

    /// <summary>The reader of one member of a plain object's type, to be kept by whoever reads it again; null for other objects.</summary>
    public MemberReader? FindReader(object target, string name) => IsPlain(target.GetType()) ? Reader(target.GetType()).Find(name) : null;

    /// <summary>The builtin modules that an object's members shadow.</summary>
    public int ShadowedModules(RenderState state, object model)
    {
        if (IsPlain(model.GetType()))
        {
            return Reader(model.GetType()).ShadowedModules;
        }

        var bits = 0;
        foreach (var (module, bit) in Builtins.ModuleBits)
        {
            bits |= TryGetMember(state, model, module, out _) ? bit : 0;
        }

        return bits;
    }

    /// <summary>The model as the object global names are read from.</summary>
    public static object? Root(RenderState state, object model)
    {
        var value = ToValue(state, model);
        return value.Kind == ValueKind.Object ? value.Reference : throw state.Fail(default, "The model has to be an object with named members.");
    }

    public bool TryGetMember(RenderState state, object target, string name, out Value value)
    {
        switch (target)
        {
            case TemplateObject own:
                return own.TryGet(name, out value);
            case OverlaidObject overlaid:
                return overlaid.TryGet(state, name, out value);
            case GlobalScope scope:
                return scope.TryGet(state, name, out value);
            case LoopScope loop:
                return loop.TryGet(state, name, out value);
            case BuiltinModule module:
                if (module.Name == "date" && name == "format")
                {
                    value = Value.Of(state.DateFormat);
                    return true;
                }

                return module.Members.TryGetValue(name, out value);
            case IReadOnlyDictionary<string, object?> dictionary:
                var found = dictionary.TryGetValue(name, out var item);
                value = found ? ToValue(state, item) : Value.Null;
                return found;
            case IDictionary dictionary:
                found = dictionary.Contains(name);
                value = found ? ToValue(state, dictionary[name]) : Value.Null;
                return found;
            case JsonElement json:
                found = json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out json);
                value = found ? FromJson(json) : Value.Null;
                return found;
            default:
                return Reader(target.GetType()).TryGet(state, target, name, out value);
        }
    }

    public static bool TryGetItem(RenderState state, object target, in Value index, TextSpan span, out Value value)
    {
        if (!index.IsText && target is IDictionary dictionary)
        {
            var key = Conversions.ToObject(index)!;
            value = dictionary.Contains(key) ? ToValue(state, dictionary[key]) : Value.Null;
            return true;
        }

        _ = span;
        value = Value.Null;
        return false;
    }

    public IEnumerable<string> Names(RenderState state, object target) => target switch
    {
        TemplateObject own => own.Names,
        GlobalScope scope => scope.Names(state),
        OverlaidObject overlaid => Names(state, overlaid.Original),
        BuiltinModule module => module.Members.Keys,
        LoopScope => [],
        IReadOnlyDictionary<string, object?> dictionary => dictionary.Keys,
        IDictionary dictionary => dictionary.Keys.Cast<object>().Select(key => System.Convert.ToString(key, CultureInfo.InvariantCulture) ?? ""),
        JsonElement { ValueKind: JsonValueKind.Object } json => json.EnumerateObject().Select(property => property.Name),
        _ => Reader(target.GetType()).Names,
    };

    /// <summary>Objects that say themselves how they print: everything but records, anonymous types and dictionaries.</summary>
    public bool TryPrint(RenderState state, object target, out string text)
    {
        text = "";
        if (target is OverlaidObject or TemplateObject or GlobalScope or BuiltinModule or LoopScope or IDictionary or IReadOnlyDictionary<string, object?> or JsonElement)
        {
            return false;
        }

        _ = state;
        var printed = Reader(target.GetType()).HasOwnText ? target.ToString() : null;
        text = printed ?? "";
        return printed is not null;
    }

    private TypeReader Reader(Type type) => _types.GetValue(type, static t => new TypeReader(t));

    private static Value FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => Value.Of(json.GetString()),
        JsonValueKind.True => Value.True,
        JsonValueKind.False => Value.False,
        JsonValueKind.Number => JsonNumber(json),
        JsonValueKind.Array => Value.Of(new JsonList(json)),
        JsonValueKind.Object => Value.OfObject(json),
        _ => Value.Null,
    };

    // JSON numbers are money more often than not: what a decimal holds exactly stays exact.
    private static Value JsonNumber(JsonElement json) =>
        json.TryGetInt32(out var small) ? Value.Of(small)
        : json.TryGetInt64(out var large) ? Value.Of(large)
        : json.TryGetDecimal(out var exact) ? Value.Of(exact)
        : Value.Of(json.GetDouble());

    private static Value ToValueRare(RenderState state, object value)
    {
        switch (value)
        {
            case Value own: return own;
            case SafeText safe: return Value.Of(safe);
            case DateOnly date: return Value.Of(date.ToDateTime(TimeOnly.MinValue));
            case DateTimeOffset instant: return Value.Of(TimeZoneInfo.ConvertTime(instant, state.Options.TimeZone).DateTime);
            case TimeSpan span: return Value.Of(span);
            case float number: return Value.Of(number);
            case char c: return Value.Of(c);
            case byte or sbyte or short or ushort: return Value.Of(System.Convert.ToInt32(value, CultureInfo.InvariantCulture));
            case uint number: return Value.OfInteger((long)number);
            case ulong number: return Value.OfInteger((System.Numerics.BigInteger)number);
            case System.Numerics.BigInteger number: return Value.OfInteger(number);
            case ListView list: return Value.Of(list);
            case Function function: return Value.Of(function);
            case JsonElement json: return FromJson(json);
            case JsonDocument document: return FromJson(document.RootElement);
            case OverlaidObject or TemplateObject or IDictionary or IReadOnlyDictionary<string, object?>: return Value.OfObject(value);
            case IList list: return Value.Of(new ModelList(state, list));
            case IEnumerable items: return Value.Of(new ModelSequence(items));
            case Enum or Guid or Uri or Version or TimeOnly: return Value.OfOpaque(value);
            default:
                if (state is not null && IsPlain(value.GetType()))
                {
                    state.LastPlainType = value.GetType();
                }

                return Value.OfObject(value);
        }
    }

    private sealed class JsonList(JsonElement json) : ListView
    {
        private readonly JsonElement[] _items = [.. json.EnumerateArray()];

        public override int Count => _items.Length;

        public override Value this[int index] => FromJson(_items[index]);

        public override IEnumerator<Value> Enumerate(RenderState state) => _items.Select(FromJson).GetEnumerator();
    }
}
