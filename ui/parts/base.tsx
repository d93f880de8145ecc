/** The plain controls. Screens know them by these names and never by the library's. */
import { Button as LibraryButton, Checkbox, Icon, Modal, TextArea, TextInput, Tooltip } from "@gravity-ui/uikit";
import { useId, type ComponentProps, type ReactNode } from "react";

export { Checkbox, Icon, Modal, Tooltip };
export { LibraryButton as Button };

/** What every field has: a label that stays in sight, a hint, what is wrong. */
export interface FieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean;
  className?: string;
}

/** A label with its control; the control gets the ids. */
export function Field({
  label, hint, error, required, className, children,
}: FieldProps & { children: (ids: { id: string; describedBy: string | undefined }) => ReactNode }) {
  const id = useId();
  const note = useId();
  return (
    <div className={`sv-field ${className ?? ""}`}>
      <label className="sv-field__label" htmlFor={id}>
        {label}
        {required && <span className="sv-field__required" aria-hidden="true"> *</span>}
      </label>
      {children({ id, describedBy: error || hint ? note : undefined })}
      {(error || hint) && (
        <div id={note} className={error ? "sv-field__error" : "sv-field__hint"} role={error ? "alert" : undefined}>
          {error ?? hint}
        </div>
      )}
    </div>
  );
}

export interface TextFieldProps extends FieldProps {
  value: string;
  onUpdate: (value: string) => void;
  onBlur?: () => void;
  placeholder?: string;
  disabled?: boolean;
  autoFocus?: boolean;
  inputMode?: "text" | "numeric" | "decimal" | "email" | "tel" | "search";
  maxLength?: number;
  autoComplete?: string;
  type?: "text" | "password" | "email" | "tel";
}

/** One line of text. */
export function TextField({ value, onUpdate, inputMode, maxLength, onBlur, ...rest }: TextFieldProps) {
  const { label, hint, error, required, className, placeholder, disabled, autoFocus, autoComplete, type } = rest;
  return (
    <Field {...{ label, hint, error }} required={required ?? false} className={className ?? ""}>
      {({ id, describedBy }) => (
        <TextInput
          id={id}
          size="l"
          value={value}
          onUpdate={onUpdate}
          type={type ?? "text"}
          {...(placeholder ? { placeholder } : {})}
          disabled={disabled ?? false}
          autoFocus={autoFocus ?? false}
          {...(autoComplete ? { autoComplete } : {})}
          validationState={error ? "invalid" : undefined}
          onBlur={onBlur}
          controlProps={{
            inputMode, maxLength, required, "aria-describedby": describedBy, "aria-invalid": error ? true : undefined,
          }}
        />
      )}
    </Field>
  );
}

/** Several lines of text. */
export function TextAreaField({
  value, onUpdate, rows = 3, maxLength, autoFocus, ...field
}: FieldProps & { value: string; onUpdate: (value: string) => void; rows?: number; maxLength?: number; autoFocus?: boolean }) {
  return (
    <Field {...field}>
      {({ id, describedBy }) => (
        <TextArea
          id={id}
          size="l"
          value={value}
          onUpdate={onUpdate}
          minRows={rows}
          autoFocus={autoFocus ?? false}
          validationState={field.error ? "invalid" : undefined}
          controlProps={{ maxLength, "aria-describedby": describedBy, required: field.required }}
        />
      )}
    </Field>
  );
}

/** One of a few values. The browser's own list: quick, and right on a telephone. */
export function SelectField({
  value, onUpdate, options, ...field
}: FieldProps & { value: string; onUpdate: (value: string) => void; options: readonly { value: string; text: string }[] }) {
  return (
    <Field {...field}>
      {({ id, describedBy }) => (
        <select
          id={id}
          className="sv-select"
          value={value}
          aria-describedby={describedBy}
          onChange={(event) => onUpdate(event.target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>{option.text}</option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A button that is an icon: its name is for who does not see it, and in a tooltip. */
export function IconButton({
  name, icon, ...rest
}: { name: string; icon: ComponentProps<typeof Icon>["data"] } & Omit<ComponentProps<typeof LibraryButton>, "children" | "name">) {
  return (
    <LibraryButton view="flat" size="l" {...(rest as object)} aria-label={name} title={name}>
      <Icon data={icon} size={18} />
    </LibraryButton>
  );
}
