namespace Clientele.Templating;

/// <summary>The settings of Scriban's own context that a template may depend on, under Scriban's meaning. Immutable.</summary>
public sealed record ScribanSettings
{
    /// <summary>Scriban's defaults.</summary>
    public static ScribanSettings Default { get; } = new();

    /// <summary>Rounds of a whole tree of nested loops, with compatibility on; 0 switches it off.</summary>
    /// <value>The default is 1000.</value>
    public int LoopLimit { get; init; } = 1000;

    /// <summary>Nested calls and includes, with compatibility on.</summary>
    /// <value>The default is 100.</value>
    public int RecursiveLimit { get; init; } = 100;

    /// <summary>Characters of output after which it is cut with "...", with compatibility on; 0 switches it off.</summary>
    /// <value>The default is 1,048,576.</value>
    public int LimitToString { get; init; } = 1_048_576;

    /// <summary>Levels of nested expressions that the parser accepts.</summary>
    /// <value>From 1 to 250. The default is 250.</value>
    public int ExpressionDepthLimit { get; init; } = 250;

    /// <summary>Whether a member of null reads as null instead of failing.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool EnableRelaxedTargetAccess { get; init; }

    /// <summary>Whether a missing member reads as null instead of failing.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool EnableRelaxedMemberAccess { get; init; } = true;

    /// <summary>Whether calling something unknown gives null instead of failing.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool EnableRelaxedFunctionAccess { get; init; }

    /// <summary>Whether an index outside an array reads as null instead of failing.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool EnableRelaxedIndexerAccess { get; init; } = true;

    /// <summary>Whether an index that is null reads as null instead of failing.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool EnableNullIndexer { get; init; }

    /// <summary>Whether the spaces before <c>{{</c> are repeated before every line that the block writes.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool AutoIndent { get; init; } = true;

    /// <summary>Whether empty lines are indented as well.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool IndentOnEmptyLines { get; init; } = true;

    /// <summary>Whether a function with statements may not be used as a value.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool ErrorForStatementFunctionAsExpression { get; init; }

    /// <summary>Whether the message of a failed expression statement is written in brackets instead of ending the render.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool RenderRuntimeErrors { get; init; }

    /// <summary>Whether the whole text is code, without <c>{{ }}</c>.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool ScriptOnly { get; init; }
}
