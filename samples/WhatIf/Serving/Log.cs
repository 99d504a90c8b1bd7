namespace WhatIf.Serving;

/// <summary>All that this program writes to its log.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "An answer failed: {Kind}\n{Where}")]
    internal static partial void Failed(ILogger logger, Type kind, string? where);
}
