namespace Clientele;

/// <summary>What a name that data is stored under can name.</summary>
public enum StoredName
{
    /// <summary>An attribute of clients.</summary>
    Attribute,

    /// <summary>A kind of touchpoint.</summary>
    TouchpointKind,

    /// <summary>A type of matter.</summary>
    MatterType,

    /// <summary>A measure.</summary>
    Measure,

    /// <summary>A scheme, with its segments' history.</summary>
    Scheme,

    /// <summary>A care policy, with its follow-ups.</summary>
    Policy,

    /// <summary>A letter, in the archive.</summary>
    Letter,

    /// <summary>A report, in the archive.</summary>
    Report,
}

/// <summary>What people call each of them.</summary>
public static class StoredNames
{
    /// <summary>What people call it.</summary>
    /// <param name="what">What the name names.</param>
    /// <returns>The words, in lower case.</returns>
    public static LocalizedText Title(this StoredName what) => what switch
    {
        StoredName.Attribute => new("attribute", "属性"),
        StoredName.TouchpointKind => new("touchpoint kind", "触点类型"),
        StoredName.MatterType => new("matter type", "事项类型"),
        StoredName.Measure => new("measure", "指标"),
        StoredName.Scheme => new("scheme", "分类法"),
        StoredName.Policy => new("policy", "跟进策略"),
        StoredName.Letter => new("letter", "函件"),
        _ => new("report", "报告"),
    };
}
