/**
 * Plans that are kept: each a chain of immutable revisions, of which undo and redo move a pointer. What a revision is of – problem, timetable –
 * is a document that is kept once, named by its content.
 */
@NullMarked
package dk.grundskema.api.server.plans;

import org.jspecify.annotations.NullMarked;
