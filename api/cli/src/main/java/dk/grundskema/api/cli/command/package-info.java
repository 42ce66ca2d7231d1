/** Common parts of all commands: context, texts, usage errors and exit codes. */
@NullMarked
package dk.grundskema.api.cli.command;

import org.jspecify.annotations.NullMarked;
