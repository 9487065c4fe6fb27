// Blazor loads this by its name on interactive pages and calls it when it starts.
// Where the focus goes from a line of the sheet is known here at once; on the other side of the wire two events may be far apart.
export function afterWebStarted(blazor) {
  blazor.registerCustomEventType('lineleave', {
    browserEventName: 'focusout',
    createEventArgs: event => ({ within: event.target.closest('tr')?.contains(event.relatedTarget) ?? false }),
  });
}
