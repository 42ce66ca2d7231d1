/**
 * The command line: solve, check, schema, demo and others. It reads and writes files and formats the results of the planning modules as texts; it
 * contains no scheduling logic. Commands other than those of the service do not start Spring, so that they respond in about a second.
 */
@NullMarked
package dk.grundskema.api.cli;

import org.jspecify.annotations.NullMarked;
