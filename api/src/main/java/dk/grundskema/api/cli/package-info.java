/**
 * The command line: solve, check, schema, demo. Reads and writes files and says in words what the rest of the house found;
 * decides nothing about timetables itself. Starts no Spring, so that it answers in about a second.
 */
@NullMarked
package dk.grundskema.api.cli;

import org.jspecify.annotations.NullMarked;
