using Microsoft.AspNetCore.Components;

namespace BeeTrace.Web.Lab;

/// <summary>The focus left a cell of a line: for another cell of it, or for somewhere else.</summary>
public sealed class LineLeaveEventArgs : EventArgs
{
    /// <summary>True when the focus stays in the line.</summary>
    public bool Within { get; set; }
}

/// <summary>Teaches pages the event <c>onlineleave</c>; <c>BeeTrace.Web.lib.module.js</c> raises it.</summary>
[EventHandler("onlineleave", typeof(LineLeaveEventArgs))]
public static class EventHandlers;
