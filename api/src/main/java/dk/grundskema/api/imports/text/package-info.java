/** Text of files as people write it: which letters its bytes mean. Shared by all who read files of schools; knows no format. */
@NullMarked
package dk.grundskema.api.imports.text;

import org.jspecify.annotations.NullMarked;
