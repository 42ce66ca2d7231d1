/** Settings, migrations, diagnosis of a failed start, and the server itself. */
@NullMarked
package dk.grundskema.api.platform.start;

import org.jspecify.annotations.NullMarked;
